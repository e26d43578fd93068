#include "cli/terminal/read_file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include "engine/base/parallel.h"

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

// Some bytes of a file.
struct Chunk {
  // Not make_unique: it is written by read() before anybody looks.
  std::unique_ptr<char[]> bytes{new char[kChunk]};
  std::size_t size = 0;
  bool is_last = false;
  int failure = 0;  // errno

  std::string_view text() const { return {bytes.get(), size}; }

  // A pipe gives little at a time; larger pieces cost the reader less.
  void fill(int fd) {
    size = 0;
    while (size < kChunk) {
      const ssize_t got = read(fd, bytes.get() + size, kChunk - size);
      if (got < 0 && errno == EINTR) continue;
      failure = got < 0 ? errno : 0;
      is_last = got <= 0;
      if (is_last) return;
      size += static_cast<std::size_t>(got);
    }
  }
};

std::string stream_name(const std::string& path) {
  return path == kStandardInput ? "standard input" : path;
}

Error cannot_read(const std::string& path, int number) {
  return {ErrorKind::kIo,
          fmt::format("cannot read {}: {}", stream_name(path),
                      std::strerror(number)),
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

  // The next chunk is read while one is taken.
  Chunk chunk;
  Chunk next;
  chunk.fill(file.get());
  while (true) {
    if (chunk.failure != 0) return fail(cannot_read(path, chunk.failure));
    Result<void> taken;
    run_tasks(chunk.size, {[&] {
                             if (!chunk.is_last) next.fill(file.get());
                           },
                           [&] {
                             if (chunk.size > 0) taken = take(chunk.text());
                           }});
    if (!taken || chunk.is_last) return taken;
    std::swap(chunk, next);
  }
}

Result<std::string> read_file(const std::string& path,
                              std::uint64_t max_bytes) {
  std::string out;
  auto done = read_chunks(path, [&](std::string_view chunk) -> Result<void> {
    if (out.size() + chunk.size() > max_bytes)
      return fail({ErrorKind::kLimit,
                   fmt::format("{} is larger than {} bytes", stream_name(path),
                               max_bytes),
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
