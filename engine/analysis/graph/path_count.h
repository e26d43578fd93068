#pragma once

// In how many ways does a main module lead to a module?

#include <string>

#include "engine/model/digraph.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// The number of paths from the components of the selected graph that hold a
/// main module to the component that holds `target`, in the condensed selected
/// graph: a cycle of modules counts as one, and so do parallel edges. Exact,
/// in decimal digits, whatever its size; "1" for a main module itself, "0" when
/// none leads there. O((V + E) * digits).
std::string count_paths(const ModuleGraph& graph,
                        const Digraph<ModuleId>& selected, ModuleId target);

}  // namespace modgraph
