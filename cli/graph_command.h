#pragma once

// `modgraph graph`: the requirement graph, as `go mod graph` prints it.

#include "cli/options.h"
#include "cli/terminal/exit_code.h"

namespace CLI {  // NOLINT(readability-identifier-naming): theirs
class App;
}

namespace modgraph {

void add_graph_flags(CLI::App& command, GraphOptions& options);

ExitCode run_graph(const GraphOptions& options, const GlobalOptions& global);

}  // namespace modgraph
