// modgraph: the program. Reads the command line, runs one command, and is the
// last place that sees an exception.

#include <fcntl.h>
#include <fmt/core.h>
#include <malloc.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/terminal/diagnostics.h"
#include "cli/terminal/limits.h"
#include "cli/terminal/out_of_memory.h"
#include "cli/terminal/output_file.h"
#include "engine/base/parallel.h"

namespace modgraph {
namespace {

// The constructors of globals, of libraries too, allocate before main(). This
// one comes first: 101 is the lowest priority that programs may use.
struct EndsWhenOutOfMemory {
  EndsWhenOutOfMemory() { end_when_out_of_memory(); }
};
[[gnu::init_priority(101)]] EndsWhenOutOfMemory g_ends_when_out_of_memory;

// A file opened as descriptor 0, 1 or 2 by accident would receive our messages.
void open_standard_descriptors() {
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
      // Takes the lowest free number, which is `fd`. An answer that nobody can
      // get is a failure: to a file that is open for reading nothing is written.
      static_cast<void>(
          open("/dev/null", fd == STDERR_FILENO ? O_WRONLY : O_RDONLY));
}

// Memory that was used once is used again: giving it back to the system and
// taking it anew costs more than most of the analyses.
void keep_memory() {
#if defined(__GLIBC__)
  constexpr int kLargestShared = 1 << 25;  // the most that glibc accepts
  constexpr int kMaxKept = 1 << 30;
  mallopt(M_MMAP_THRESHOLD, kLargestShared);
  mallopt(M_TRIM_THRESHOLD, kMaxKept);
  mallopt(M_TOP_PAD, 1 << 24);
#endif
}

ExitCode run(const std::vector<std::string>& arguments) {
  if (arguments.empty()) {
    std::fputs(short_help().c_str(), stderr);
    return ExitCode::kUsage;
  }
  const auto line = read_command_line(arguments);
  if (!line) return report_errors(line.error(), {});
  const GlobalOptions& global = line->global;
  if (!global.directory.empty() && chdir(global.directory.c_str()) != 0)
    return report_errors(
        {usage_error(fmt::format("cannot change to {}: {}", global.directory,
                                 std::strerror(errno)))},
        {global.colour});
  if (global.timeout != 0) limit_time(global.timeout);
  if (global.max_memory != 0) limit_memory(global.max_memory);
  std::optional<ThreadLimit> limit;
  if (global.jobs != 0) limit.emplace(global.jobs);
  return line->run(global);
}

}  // namespace
}  // namespace modgraph

int main(int argc, char** argv) {
  using modgraph::ExitCode;
  try {
    modgraph::keep_memory();
    modgraph::open_standard_descriptors();
    modgraph::install_signal_handlers();
    return static_cast<int>(modgraph::run({argv + (argc > 0), argv + argc}));
  } catch (const std::bad_alloc&) {
    std::fputs("error: out of memory\n", stderr);
    return static_cast<int>(ExitCode::kInput);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "error: internal: %s\n", e.what());
    return static_cast<int>(ExitCode::kInternal);
  }
}
