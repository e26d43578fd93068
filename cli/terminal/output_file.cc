#include "cli/terminal/output_file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace modgraph {
namespace {

// The unfinished file, where a signal handler can find it.
std::array<char, PATH_MAX> g_unfinished{};
std::atomic<bool> g_has_unfinished{false};

void remove_unfinished_and_die(int signal) {
  if (g_has_unfinished.load()) unlink(g_unfinished.data());
  // SA_RESETHAND restored the default action: the parent sees the signal.
  raise(signal);
}

// As git and cat end when their reader has enough: silently, of the signal.
[[noreturn]] void die_of_closed_pipe() {
  signal(SIGPIPE, SIG_DFL);
  raise(SIGPIPE);
  _exit(128 + SIGPIPE);  // where somebody blocks the signal
}

Error cannot_write(const std::string& path, int number) {
  const std::string where = path.empty() ? "standard output" : path;
  if (number == EPIPE)
    return io_error(
        fmt::format("{} was closed before everything was written", where));
  return io_error(
      fmt::format("cannot write {}: {}", where, std::strerror(number)));
}

// Writes all of `bytes`; the errno of the failure, or 0.
int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return 0;
}

// Runs the writer into a descriptor; the errno of the first failure, or 0.
int write_to(int fd, const std::function<void(Sink&)>& write) {
  int failure = 0;
  Sink sink([&](std::string_view bytes) {
    failure = write_all(fd, bytes);
    return failure == 0;
  });
  write(sink);
  sink.flush();
  return failure;
}

// In place: standard output, devices, pipes.
Result<void> write_in_place(const std::string& path, int fd,
                            const std::function<void(Sink&)>& write) {
  const int failure = write_to(fd, write);
  if (failure == EPIPE && path.empty()) die_of_closed_pipe();
  if (failure != 0) return fail(cannot_write(path, failure));
  return {};
}

// What `path` finally names, so that a link stays a link.
std::string follow_links(const std::string& path) {
  std::array<char, PATH_MAX> resolved{};
  if (realpath(path.c_str(), resolved.data()) == nullptr) return path;
  return resolved.data();
}

// A new file beside the target, and the promise that it is gone afterwards
// unless it was renamed.
class UnfinishedFile {
 public:
  explicit UnfinishedFile(const std::string& target)
      : path_(target + ".XXXXXX") {
    if (path_.size() >= g_unfinished.size()) {
      errno = ENAMETOOLONG;
      return;
    }
    fd_ = mkostemp(path_.data(), O_CLOEXEC);
    if (fd_ < 0) return;
    std::copy(path_.begin(), path_.end() + 1, g_unfinished.begin());
    g_has_unfinished = true;
  }
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;
  ~UnfinishedFile() {
    if (fd_ < 0) return;
    close(fd_);
    if (g_has_unfinished.exchange(false)) unlink(path_.c_str());
  }

  int fd() const { return fd_; }
  bool replace(const std::string& target) {
    if (rename(path_.c_str(), target.c_str()) != 0) return false;
    g_has_unfinished = false;
    return true;
  }

 private:
  std::string path_;
  int fd_ = -1;
};

mode_t mode_for(const struct stat* existing) {
  if (existing != nullptr) return existing->st_mode & 07777;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

Result<void> replace_file(const std::string& path, const struct stat* existing,
                          const std::function<void(Sink&)>& write) {
  const std::string target = follow_links(path);
  UnfinishedFile file(target);
  if (file.fd() < 0) return fail(cannot_write(path, errno));
  if (const int failure = write_to(file.fd(), write); failure != 0)
    return fail(cannot_write(path, failure));
  if (fchmod(file.fd(), mode_for(existing)) != 0 || fsync(file.fd()) != 0 ||
      !file.replace(target))
    return fail(cannot_write(path, errno));
  return {};
}

}  // namespace

Result<void> write_output(const std::string& path,
                          const std::function<void(Sink&)>& write) {
  if (path.empty()) return write_in_place(path, STDOUT_FILENO, write);
  struct stat info {};
  const bool exists = stat(path.c_str(), &info) == 0;
  if (!exists || S_ISREG(info.st_mode))
    return replace_file(path, exists ? &info : nullptr, write);
  const int fd = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (fd < 0) return fail(cannot_write(path, errno));
  auto result = write_in_place(path, fd, write);
  if (close(fd) != 0 && result) return fail(cannot_write(path, errno));
  return result;
}

void install_signal_handlers() {
  struct sigaction action {};
  action.sa_handler = remove_unfinished_and_die;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP})
    sigaction(signal, &action, nullptr);
  action.sa_handler = SIG_IGN;
  action.sa_flags = 0;
  // SIGXFSZ: a file size limit is then EFBIG.
  for (const int signal : {SIGPIPE, SIGXFSZ})
    sigaction(signal, &action, nullptr);
}

}  // namespace modgraph
