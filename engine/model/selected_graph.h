#pragma once

// The selected graph: what the build is made of. One vertex per module path;
// its edges are the recorded requirements whose source is a selected version,
// seen as path -> path. Repeats count once, self-edges not at all;
// what was not loaded has none. `go` and `toolchain` keep their ids but have no
// edges.
//
// Never collapse versions before selection: that makes phantom cycles. (The
// path graph does so on purpose, for the path cycles.)

#include <vector>

#include "engine/model/digraph.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// The selected graph of a requirement graph. O(V + E).
Digraph<ModuleId> selected_graph(const ModuleGraph& graph);

/// Every requirement with versions ignored: module -> module if any version of
/// the one requires any version of the other. Repeats once, no self-edges, no
/// go or toolchain. O(V + E).
Digraph<ModuleId> path_graph(const ModuleGraph& graph);

/// The main modules as vertices of both, in the order of mains().
std::vector<ModuleId> main_modules(const ModuleGraph& graph);

}  // namespace modgraph
