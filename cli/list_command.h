#pragma once

// `modgraph list`: the build list, as `go list -m all` prints it.

#include "cli/exit_code.h"
#include "cli/options.h"

namespace modgraph {

ExitCode run_list(const ListOptions& options, const GlobalOptions& global);

}  // namespace modgraph
