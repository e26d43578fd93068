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

#include "cli/analyze_command.h"
#include "cli/graph_command.h"
#include "cli/list_command.h"
#include "cli/manifest_command.h"
#include "cli/options.h"
#include "cli/questions.h"
#include "cli/terminal/diagnostics.h"
#include "cli/terminal/output_file.h"
#include "cli/whatif_command.h"
#include "cli/why_command.h"
#include "engine/base/parallel.h"

namespace modgraph {
namespace {

// A file opened as descriptor 0, 1 or 2 by accident would receive our messages.
void open_standard_descriptors() {
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
      // Takes the lowest free number, which is `fd`.
      static_cast<void>(
          open("/dev/null", fd == STDIN_FILENO ? O_RDONLY : O_WRONLY));
}

// Memory that was used once is used again: giving it back to the system and
// taking it anew costs more than most of the analyses.
void keep_memory() {
#if defined(__GLIBC__)
  constexpr int kLargestShared = 1 << 25;  // the most that glibc accepts
  constexpr int kMostKept = 1 << 30;
  mallopt(M_MMAP_THRESHOLD, kLargestShared);
  mallopt(M_TRIM_THRESHOLD, kMostKept);
  mallopt(M_TOP_PAD, 1 << 24);
#endif
}

ExitCode print_text(const std::string& text, const GlobalOptions& global) {
  const auto written = write_output("", [&](Sink& out) { out.put(text); });
  return written ? ExitCode::kClean
                 : report_errors(written.error(), {global.colour});
}

struct Run {
  const GlobalOptions& global;

  ExitCode operator()(const AnalyzeOptions& o) const {
    return run_analyze(o, global);
  }
  ExitCode operator()(const GraphOptions& o) const {
    return run_graph(o, global);
  }
  ExitCode operator()(const ListOptions& o) const {
    return run_list(o, global);
  }
  ExitCode operator()(const WhyOptions& o) const { return run_why(o, global); }
  ExitCode operator()(const WhatifOptions& o) const {
    return run_whatif(o, global);
  }
  ExitCode operator()(const QuestionOptions& o) const {
    return run_question(o, global);
  }
  ExitCode operator()(const ManifestOptions& o) const {
    return run_manifest(o, global);
  }
  ExitCode operator()(const PrintText& o) const {
    return print_text(o.text, global);
  }
};

ExitCode run(const std::vector<std::string>& arguments) {
  if (arguments.empty()) {
    std::fputs(short_help().c_str(), stderr);
    return ExitCode::kUsage;
  }
  const auto line = parse_command_line(arguments);
  if (!line) return report_errors(line.error(), {});
  const GlobalOptions& global = line->global;
  if (!global.directory.empty() && chdir(global.directory.c_str()) != 0)
    return report_errors({{ErrorKind::kUsage,
                           fmt::format("cannot change to {}: {}",
                                       global.directory, std::strerror(errno)),
                           {},
                           {},
                           {}}},
                         {global.colour});
  std::optional<ThreadLimit> limit;
  if (global.jobs != 0) limit.emplace(global.jobs);
  return std::visit(Run{global}, line->command);
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
