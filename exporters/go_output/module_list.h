#pragma once

// The text of `go list -m all`: "path version", with " => replacement" where a
// main module replaces it.

#include <span>

#include "engine/model/build_list.h"
#include "engine/model/module_info.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// One line per module.
void write_module_list(const ModuleGraph& graph,
                       std::span<const ListedModule> modules, Sink& out);

/// The same from what is known of each module.
void write_module_list(std::span<const ModuleInfo> modules, Sink& out);

}  // namespace modgraph
