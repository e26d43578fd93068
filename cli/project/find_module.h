#pragma once

// What a word of the command line names in a graph.

#include <string>

#include "engine/base/result.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// "path" is the selected version, "path@version" that one. Fails (kInput)
/// with the versions that there are, or the nearest path.
Result<NodeId> find_module(const ModuleGraph& graph, const std::string& word);

}  // namespace modgraph
