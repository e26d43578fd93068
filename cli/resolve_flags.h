#pragma once

// The options of commands that resolve in process.

#include "cli/options.h"

namespace CLI {  // NOLINT(readability-identifier-naming): theirs
class App;
}

namespace modgraph {

void add_resolve_flags(CLI::App& command, ResolveOptions& options);

}  // namespace modgraph
