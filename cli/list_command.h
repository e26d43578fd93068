#pragma once

// `modgraph list`: the build list, as `go list -m all` prints it.

#include "cli/options.h"
#include "cli/terminal/exit_code.h"

namespace modgraph {

ExitCode run_list(const ListOptions& options, const GlobalOptions& global);

}  // namespace modgraph
