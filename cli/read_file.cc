#include "cli/read_file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>

namespace modgraph {
namespace {

constexpr std::size_t kChunk = std::size_t{1} << 20;

// A descriptor that is closed when it goes; standard input is not ours.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ > STDERR_FILENO) close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

std::string shown(const std::string& path) {
  return path == kStandardInput ? "standard input" : path;
}

Error cannot_read(const std::string& path, int number) {
  return {ErrorKind::kIo,
          fmt::format("cannot read {}: {}", shown(path), std::strerror(number)),
          {},
          {},
          {}};
}

}  // namespace

Result<void> read_chunks(
    const std::string& path,
    const std::function<Result<void>(std::string_view)>& take) {
  const Descriptor file(path == kStandardInput
                            ? STDIN_FILENO
                            : open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return fail(cannot_read(path, errno));
  struct stat info {};
  if (fstat(file.get(), &info) != 0) return fail(cannot_read(path, errno));
  if (S_ISDIR(info.st_mode)) return fail(cannot_read(path, EISDIR));

  // Not make_unique: the buffer is written by read() before anybody looks.
  const std::unique_ptr<char[]> buffer(new char[kChunk]);
  while (true) {
    // A pipe gives little at a time; larger pieces cost the reader less.
    std::size_t have = 0;
    ssize_t got = 0;
    while (have < kChunk) {
      got = read(file.get(), buffer.get() + have, kChunk - have);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) break;
      have += static_cast<std::size_t>(got);
    }
    if (got < 0) return fail(cannot_read(path, errno));
    if (have > 0)
      if (auto taken = take({buffer.get(), have}); !taken) return taken;
    if (got == 0) return {};
  }
}

Result<std::string> read_file(const std::string& path,
                              std::uint64_t most_bytes) {
  std::string out;
  auto done = read_chunks(path, [&](std::string_view chunk) -> Result<void> {
    if (out.size() + chunk.size() > most_bytes)
      return fail(
          {ErrorKind::kLimit,
           fmt::format("{} is larger than {} bytes", shown(path), most_bytes),
           {},
           {},
           {}});
    out.append(chunk);
    return {};
  });
  if (!done) return fail(done.error());
  return out;
}

}  // namespace modgraph
