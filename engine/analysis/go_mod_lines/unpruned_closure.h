#pragma once

// Which dependencies without graph pruning open their whole closure, and what
// does that cost?

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/base/boxed.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// What the go.mod of a module version says of itself: "" without a go line;
/// none when it is not known. There is one for each node, most of them none.
using GoLine = Boxed<std::string>;

/// A requirement of the main module whose go.mod has a go line below 1.17, or
/// none: everything that it leads to is loaded.
struct UnprunedClosure {
  NodeId root{};
  std::string go_line;             // "" without one
  std::vector<ModuleId> brings{};  // that would not be in the build list
                                   // without this one closure, ascending
};

struct UnprunedClosures {
  std::vector<UnprunedClosure> roots;  // most brought first, then by path
  /// Modules that only such closures bring, one or several, ascending.
  std::vector<ModuleId> together;
};

/// For a graph with one main module that is pruned itself; else nothing.
/// `go_lines` is by node. O(V + E) and the dominators.
UnprunedClosures unpruned_closures(const ModuleGraph& graph,
                                   std::span<const GoLine> go_lines);

}  // namespace modgraph
