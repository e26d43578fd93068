#pragma once

// `modgraph why`: why is a module in the build, and why at this version?

#include "cli/options.h"
#include "cli/terminal/exit_code.h"

namespace CLI {  // NOLINT(readability-identifier-naming): theirs
class App;
}

namespace modgraph {

void add_why_flags(CLI::App& command, WhyOptions& options);

ExitCode run_why(const WhyOptions& options, const GlobalOptions& global);

}  // namespace modgraph
