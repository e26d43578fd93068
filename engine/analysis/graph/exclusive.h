#pragma once

// How many modules does one module alone bring into the build?

#include <cstdint>
#include <span>
#include <vector>

#include "engine/analysis/graph/dominators.h"
#include "engine/model/digraph.h"

namespace modgraph {

/// The dominator tree of the selected graph. `listed_indirect` are the edges of
/// main modules whose go.mod line says `// indirect`: such an edge counts only
/// where its target cannot be reached from the main modules without such edges
/// (a pruned go.mod lists what it needs, which would flatten the tree).
/// O(V + E) but for the dominators.
DominatorTree<ModuleId> exclusive_tree(
    const Digraph<ModuleId>& selected, std::span<const ModuleId> mains,
    std::span<const Edge<ModuleId>> listed_indirect);

/// The exclusive weight of each module: the size of its subtree in that tree; 0
/// when no main module reaches it. It is a weight, not a promise.
std::vector<std::uint32_t> exclusive_weights(
    const Digraph<ModuleId>& selected, std::span<const ModuleId> mains,
    std::span<const Edge<ModuleId>> listed_indirect);

/// The same over the selected graph with more edges: requirements of selected
/// modules that pruning left out. They need not be sorted; repeats and edges to
/// oneself do no harm. O((V + E) log E) but for the dominators.
std::vector<std::uint32_t> exclusive_weights_with(
    const Digraph<ModuleId>& selected, std::span<const Edge<ModuleId>> more,
    std::span<const ModuleId> mains,
    std::span<const Edge<ModuleId>> listed_indirect);

}  // namespace modgraph
