#include "cli/terminal/output_file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "cli/terminal/unfinished_file.h"

namespace modgraph {
namespace {

void remove_unfinished_and_die(int signal) {
  if (waits_for_unfinished_file(signal)) return;
  remove_unfinished_file();
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
  // What main() puts in the place of a closed descriptor takes nothing.
  if (path.empty() && number == EBADF) return io_error(where + " is closed");
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

// As many links as the system follows.
constexpr int kMaxLinks = 40;

mode_t mode_for(const struct stat* existing) {
  if (existing != nullptr) return existing->st_mode & 07777;
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

// Renaming would write a file that must not be written.
bool may_be_written(const std::string& target) {
  return faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) == 0;
}

Result<void> replace_file(const std::string& path, const struct stat* existing,
                          const std::function<void(Sink&)>& write) {
  const auto target = written_file(path);
  if (!target) return fail(cannot_write(path, errno));
  if (existing != nullptr && !may_be_written(*target))
    return fail(cannot_write(path, errno));
  UnfinishedFile file(*target);
  if (file.fd() < 0) return fail(cannot_write(path, errno));
  if (const int failure = write_to(file.fd(), write); failure != 0)
    return fail(cannot_write(path, failure));
  if (fchmod(file.fd(), mode_for(existing)) != 0 || fsync(file.fd()) != 0)
    return fail(cannot_write(path, errno));
  if (const int failure = file.replace_target(); failure != 0)
    return fail(cannot_write(path, failure));
  return {};
}

}  // namespace

std::optional<std::string> written_file(std::string path) {
  for (int i = 0; i < kMaxLinks; ++i) {
    std::array<char, PATH_MAX> next{};
    const ssize_t size = readlink(path.c_str(), next.data(), next.size());
    if (size < 0) return path;  // no link
    const std::string_view to(next.data(), static_cast<std::size_t>(size));
    const std::size_t slash = path.rfind('/');
    path = to.starts_with('/') || slash == std::string::npos
               ? std::string(to)
               : path.substr(0, slash + 1).append(to);
  }
  errno = ELOOP;
  return std::nullopt;
}

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
