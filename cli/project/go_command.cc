#include "cli/project/go_command.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string_view>

#include "engine/base/memory_error.h"

namespace modgraph {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxOutput = std::size_t{1} << 31;
constexpr std::size_t kMaxErrorText = std::size_t{1} << 16;

// What the go command may know of our environment. Everything that could make
// it fetch, write, run another toolchain or ask a question is set by us.
constexpr std::array<std::string_view, 14> kPassed = {
    "PATH",           "HOME",      "GOPATH",    "GOMODCACHE", "GOROOT",
    "GOCACHE",        "GOENV",     "TMPDIR",    "GOWORK",     "XDG_CONFIG_HOME",
    "XDG_CACHE_HOME", "GOPRIVATE", "GONOSUMDB", "GO111MODULE"};
constexpr std::array<std::string_view, 6> kFixed = {
    "GOTOOLCHAIN=local", "GOFLAGS=-mod=readonly", "GOPROXY=off", "GOSUMDB=off",
    "LC_ALL=C",          "GIT_TERMINAL_PROMPT=0"};

std::vector<std::string> go_variables() {
  std::vector<std::string> out(kFixed.begin(), kFixed.end());
  for (const std::string_view name : kPassed)
    if (const char* value = std::getenv(std::string(name).c_str()))
      out.push_back(fmt::format("{}={}", name, value));
  return out;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> out;
  for (std::string& word : words) out.push_back(word.data());
  out.push_back(nullptr);
  return out;
}

struct Pipe {
  int read_end = -1;
  int write_end = -1;
  Pipe() {
    std::array<int, 2> ends{-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return;
    read_end = ends[0];
    write_end = ends[1];
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_end(read_end);
    close_end(write_end);
  }
  static void close_end(int& end) {
    if (end >= 0) close(end);
    end = -1;
  }
};

struct GoOutput {
  std::string out;
  std::string err;
  bool too_much = false;
};

// Reads both streams until the program closes them.
GoOutput collect(Pipe& out, Pipe& err) {
  GoOutput answer;
  std::array<char, 1 << 16> buffer;  // filled before it is read
  const auto drain = [&](int& end, std::string& into, std::size_t most) {
    const ssize_t n = read(end, buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) return;
    if (n <= 0) {
      Pipe::close_end(end);
      return;
    }
    const auto room = most - std::min(most, into.size());
    into.append(buffer.data(), std::min(static_cast<std::size_t>(n), room));
    if (static_cast<std::size_t>(n) > room && &into == &answer.out) {
      answer.too_much = true;
      Pipe::close_end(end);
    }
  };
  while (out.read_end >= 0 || err.read_end >= 0) {
    std::array<pollfd, 2> ends{pollfd{out.read_end, POLLIN, 0},
                               pollfd{err.read_end, POLLIN, 0}};
    if (poll(ends.data(), ends.size(), -1) < 0 && errno != EINTR) break;
    if (ends[0].revents != 0) drain(out.read_end, answer.out, kMaxOutput);
    if (ends[1].revents != 0) drain(err.read_end, answer.err, kMaxErrorText);
  }
  return answer;
}

// What becomes of the three standard streams and the working folder. An action
// that could not be noted would be left out without a word.
class Surroundings {
 public:
  Surroundings(const std::string& folder, const Pipe& out, const Pipe& err) {
    throw_if_out_of_memory(posix_spawn_file_actions_init(&actions_));
    const std::array failures = {
        posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null",
                                         O_RDONLY, 0),
        posix_spawn_file_actions_adddup2(&actions_, out.write_end,
                                         STDOUT_FILENO),
        posix_spawn_file_actions_adddup2(&actions_, err.write_end,
                                         STDERR_FILENO),
        posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str())};
    for (const int failure : failures)
      if (failure != 0) failure_ = failure;
  }
  Surroundings(const Surroundings&) = delete;
  Surroundings& operator=(const Surroundings&) = delete;
  ~Surroundings() { posix_spawn_file_actions_destroy(&actions_); }

  // An errno, or 0.
  int failure() const { return failure_; }
  const posix_spawn_file_actions_t* actions() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
  int failure_ = 0;
};

// Starts the program; its process id, or -1 with errno set.
pid_t start(const std::string& program, const std::string& folder,
            std::vector<std::string> words, const Pipe& out, const Pipe& err) {
  std::vector<std::string> variables = go_variables();
  const Surroundings around(folder, out, err);
  pid_t child = -1;
  int failure = around.failure();
  if (failure == 0)
    failure = posix_spawn(&child, program.c_str(), around.actions(), nullptr,
                          pointers(words).data(), pointers(variables).data());
  errno = failure;
  return failure == 0 ? child : -1;
}

bool succeeded(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return false;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

Result<std::string> find_go(const std::string& folder) {
  std::error_code failed;
  const std::string inside = fs::weakly_canonical(folder, failed).string();
  throw_if_out_of_memory(failed);
  const char* path = std::getenv("PATH");
  std::string_view rest = path == nullptr ? "" : path;
  while (!rest.empty()) {
    const std::size_t colon = rest.find(':');
    const fs::path entry(rest.substr(0, colon));
    rest.remove_prefix(colon == std::string_view::npos ? rest.size()
                                                       : colon + 1);
    const fs::path program = entry / "go";
    if (!entry.is_absolute() || access(program.c_str(), X_OK) != 0) continue;
    const std::string real = fs::weakly_canonical(program, failed).string();
    throw_if_out_of_memory(failed);
    if (!real.starts_with(inside + "/")) return program.string();
  }
  return fail(environment_error("there is no go command on PATH",
                                "install Go, or name recorded answers: "
                                "--graph, --mod, --list"));
}

Result<std::string> run_go(const std::string& go, const std::string& folder,
                           const std::vector<std::string>& arguments) {
  std::vector<std::string> words{go};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::string shown = "go";
  for (const std::string& word : arguments) shown += " " + word;

  Pipe out;
  Pipe err;
  if (out.read_end < 0 || err.read_end < 0)
    return fail(environment_error(
        fmt::format("cannot run `{}`: {}", shown, std::strerror(errno)), {}));
  const pid_t child = start(go, folder, words, out, err);
  if (child < 0)
    return fail(environment_error(
        fmt::format("cannot run `{}`: {}", shown, std::strerror(errno)), {}));
  Pipe::close_end(out.write_end);
  Pipe::close_end(err.write_end);
  GoOutput answer = collect(out, err);
  const bool ok = succeeded(child);
  if (answer.too_much)
    return fail(environment_error(
        fmt::format("`{}` printed more than {} bytes", shown, kMaxOutput), {}));
  if (ok) return std::move(answer.out);

  // One error per line of the go command's own words.
  Errors errors{environment_error(
      fmt::format("`{}` failed in {}", shown, folder),
      "nothing is fetched: if modules are missing, run `go mod download all` "
      "first")};
  std::string_view text = answer.err;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0)
      errors.push_back(environment_error(std::string(text.substr(0, end)), {}));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return fail(std::move(errors));
}

}  // namespace modgraph
