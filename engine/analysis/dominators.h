#pragma once

// What leaves the build when a module leaves: the dominator tree.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/model/digraph.h"

namespace modgraph {

/// Immediate dominators with all roots under one virtual root. An unreachable
/// vertex and a vertex right under the virtual root have kNone as theirs.
template <class Id>
struct DominatorTree {
  std::vector<Id> immediate;        // by vertex
  std::vector<std::uint32_t> size;  // of the subtree, itself included; 0 when
                                    // unreachable
};

/// Near-linear, iterative.
template <class Id>
DominatorTree<Id> dominator_tree(const Digraph<Id>& graph,
                                 std::span<const Id> roots);

/// The exclusive weight of each module: the size of its dominator subtree over
/// the selected graph; 0 when no main module reaches it. `listed_indirect` are
/// the edges of main modules whose go.mod line says `// indirect`: such an edge
/// counts only where its target cannot be reached from the main modules without
/// such edges (a pruned go.mod lists what it needs, which would flatten the
/// tree). O(V + E) but for the dominators.
std::vector<std::uint32_t> exclusive_weights(
    const Digraph<ModuleId>& selected, std::span<const ModuleId> mains,
    std::span<const Edge<ModuleId>> listed_indirect);

}  // namespace modgraph
