#pragma once

// How much must be removed at least to leave no loop?

#include "engine/analysis/vertex_order.h"

namespace modgraph {

struct DisjointLoops {
  /// The total weight of loops that share no requirement: no break set is
  /// lighter.
  std::uint64_t weight = 0;
  /// By outgoing arc: the weight that no loop has taken.
  std::vector<std::uint32_t> left;
  bool is_complete = true;  // false: the work was used up
};

/// Loops with one backward arc of `order` each. So their weight is at most
/// backward_weight(), and when it is equal that order is proven best. Stops
/// after `work` steps.
DisjointLoops disjoint_loops(const LoopGraph& graph, const VertexOrder& order,
                             std::uint64_t work);

}  // namespace modgraph
