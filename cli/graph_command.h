#pragma once

// `modgraph graph`: the requirement graph, as `go mod graph` prints it.

#include "cli/exit_code.h"
#include "cli/options.h"

namespace modgraph {

ExitCode run_graph(const GraphOptions& options, const GlobalOptions& global);

}  // namespace modgraph
