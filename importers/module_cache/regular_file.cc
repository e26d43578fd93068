#include "importers/module_cache/regular_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "engine/base/memory_error.h"

namespace modgraph {
namespace {

tl::unexpected<ReadFault> fault(int number) {
  return tl::unexpected<ReadFault>(read_fault(number));
}

tl::unexpected<ReadFault> fault(const char* reason) {
  return tl::unexpected<ReadFault>({reason, false});
}

// Room for most go.mod files.
constexpr std::size_t kFirstSize = 16384;

int open_to_read(int at, const char* name) {
  return openat(at, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
}

// Where the system's reading may end early, because of an error.
constexpr std::size_t kPageSize = 4096;

// Whether the number of bytes that pread() gave, at the start of something,
// shows that it is a regular file that was read to its end. Pipes, terminals
// and folders cannot be read at an offset; devices give nothing, or all that
// was asked for.
bool is_whole_file(ssize_t got, std::size_t asked) {
  return got > 0 && static_cast<std::size_t>(got) < asked &&
         static_cast<std::size_t>(got) % kPageSize != 0;
}

}  // namespace

ReadFault read_fault(int number) {
  // Go's texts are the C library's, in lower case.
  std::string reason = std::strerror(number);
  if (!reason.empty())
    reason[0] =
        static_cast<char>(std::tolower(static_cast<unsigned char>(reason[0])));
  return {reason, number == ENOENT};
}

FileDescriptor::~FileDescriptor() {
  if (fd_ >= 0) close(fd_);
}

tl::expected<std::string_view, ReadFault> FileBuffer::read(
    int at, const char* name, std::uint64_t max_bytes) {
  const FileDescriptor file(open_to_read(at, name));
  if (file.get() < 0) return fault(errno);
  return read_all(file.get(), max_bytes);
}

tl::expected<std::string_view, ReadFault> FileBuffer::read_small(
    int at, const char* name, std::uint64_t max_bytes) {
  const FileDescriptor file(open_to_read(at, name));
  if (file.get() < 0) return fault(errno);
  if (size_ == 0) grow(0, kFirstSize);
  const ssize_t first = pread(file.get(), bytes_.get(), size_, 0);
  if (is_whole_file(first, size_) &&
      static_cast<std::uint64_t>(first) <= max_bytes)
    return std::string_view(bytes_.get(), static_cast<std::size_t>(first));
  return read_all(file.get(), max_bytes);
}

tl::expected<std::string_view, ReadFault> FileBuffer::read_all(
    int file, std::uint64_t max_bytes) {
  struct stat info {};
  if (fstat(file, &info) != 0) return fault(errno);
  if (S_ISDIR(info.st_mode)) return fault(EISDIR);
  if (!S_ISREG(info.st_mode)) return fault("not a regular file");
  const auto expected = static_cast<std::uint64_t>(info.st_size);
  if (expected > max_bytes) return fault("file is too large");

  // A file may change while it is read: what counts is the end that we meet.
  std::size_t have = 0;
  if (size_ <= expected)
    grow(0, std::max<std::size_t>(expected + 1, kFirstSize));
  while (true) {
    const ssize_t got = ::read(file, bytes_.get() + have, size_ - have);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fault(errno);
    have += static_cast<std::size_t>(got);
    if (have > max_bytes) return fault("file is too large");
    if (got == 0 || have == expected) break;
    if (have == size_) grow(have, 2 * size_);
  }
  return std::string_view(bytes_.get(), have);
}

void FileBuffer::grow(std::size_t kept, std::size_t size) {
  std::unique_ptr<char[]> bigger(new char[size]);
  if (kept > 0) std::memcpy(bigger.get(), bytes_.get(), kept);
  bytes_ = std::move(bigger);
  size_ = size;
}

tl::expected<std::string, ReadFault> read_regular_file(
    int at, const char* name, std::uint64_t max_bytes) {
  return FileBuffer().read(at, name, max_bytes).map([](std::string_view text) {
    return std::string(text);
  });
}

tl::expected<std::string, ReadFault> read_regular_file(
    const std::string& path, std::uint64_t max_bytes) {
  return read_regular_file(AT_FDCWD, path.c_str(), max_bytes);
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
  if (!resolved) throw_if_out_of_memory(errno);
  return resolved ? std::string(resolved.get()) : path;
}

bool lies_inside(const std::string& path, const std::string& folder) {
  const std::string at = real_path(path), top = real_path(folder);
  return at == top || top == "/" ||
         (at.starts_with(top) && at[top.size()] == '/');
}

}  // namespace modgraph
