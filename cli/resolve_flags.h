#pragma once

// The options of commands that resolve in process.

#include "cli/options.h"

namespace CLI {
class App;
}

namespace modgraph {

void add_resolve_flags(CLI::App& command, ResolveOptions& options);

}  // namespace modgraph
