#include "importers/regular_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace modgraph {
namespace {

tl::unexpected<ReadFault> fault(int number) {
  // Go's texts are the C library's, in lower case.
  std::string reason = std::strerror(number);
  if (!reason.empty())
    reason[0] =
        static_cast<char>(std::tolower(static_cast<unsigned char>(reason[0])));
  return tl::unexpected<ReadFault>({reason, number == ENOENT});
}

tl::unexpected<ReadFault> fault(const char* reason) {
  return tl::unexpected<ReadFault>({reason, false});
}

// Room for most go.mod files.
constexpr std::size_t kFirstSize = 16384;

}  // namespace

FileDescriptor::~FileDescriptor() {
  if (fd_ >= 0) close(fd_);
}

tl::expected<std::string_view, ReadFault> FileBuffer::read(
    int at, const char* name, std::uint64_t most_bytes) {
  const FileDescriptor file(
      openat(at, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (file.get() < 0) return fault(errno);
  struct stat info {};
  if (fstat(file.get(), &info) != 0) return fault(errno);
  if (S_ISDIR(info.st_mode)) return fault(EISDIR);
  if (!S_ISREG(info.st_mode)) return fault("not a regular file");
  const auto expected = static_cast<std::uint64_t>(info.st_size);
  if (expected > most_bytes) return fault("file is too large");

  // A file may change while it is read: what counts is the end that we meet.
  std::size_t have = 0;
  const auto grow = [&](std::size_t size) {
    std::unique_ptr<char[]> bigger(new char[size]);
    if (have > 0) std::memcpy(bigger.get(), bytes_.get(), have);
    bytes_ = std::move(bigger);
    size_ = size;
  };
  if (size_ <= expected) grow(std::max<std::size_t>(expected + 1, kFirstSize));
  while (true) {
    const ssize_t got = ::read(file.get(), bytes_.get() + have, size_ - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fault(errno);
    have += static_cast<std::size_t>(got);
    if (have > most_bytes) return fault("file is too large");
    if (got == 0 || have == expected) break;
    if (have == size_) grow(2 * size_);
  }
  return std::string_view(bytes_.get(), have);
}

tl::expected<std::string, ReadFault> read_regular_file(
    int at, const char* name, std::uint64_t most_bytes) {
  return FileBuffer().read(at, name, most_bytes).map([](std::string_view text) {
    return std::string(text);
  });
}

tl::expected<std::string, ReadFault> read_regular_file(
    const std::string& path, std::uint64_t most_bytes) {
  return read_regular_file(AT_FDCWD, path.c_str(), most_bytes);
}

bool is_regular_file(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
}

bool is_there(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0;
}

bool is_folder(const std::string& path) {
  struct stat info {};
  return stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

std::string real_path(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> resolved(
      realpath(path.c_str(), nullptr), &std::free);
  return resolved ? std::string(resolved.get()) : path;
}

bool lies_inside(const std::string& path, const std::string& folder) {
  const std::string at = real_path(path), top = real_path(folder);
  return at == top || top == "/" ||
         (at.starts_with(top) && at[top.size()] == '/');
}

}  // namespace modgraph
