#pragma once

// What can be proven about feedback arc sets: the best order of a small
// component's vertices, and how much every feedback arc set must weigh.

#include <cstdint>
#include <optional>

#include "engine/analysis/cycles/vertex_order.h"

namespace modgraph {

/// More vertices than this are never tried: a table of 2^20 words.
inline constexpr std::size_t kMaxExactVertices = 20;

/// An order with less weight backwards than `bound`, and of these the least;
/// none when there is none. At most kMaxExactVertices vertices, and weights
/// whose sum fits 32 bits. O(2^V * V).
std::optional<VertexOrder> best_order_below(const ComponentGraph& graph,
                                            std::uint64_t bound);

struct DisjointCycles {
  /// The total weight of cycles that share no requirement: no feedback arc set
  /// is lighter.
  std::uint64_t weight = 0;
  /// By outgoing arc: the weight that no cycle has taken.
  std::vector<std::uint32_t> left;
  bool is_complete = true;  // false: the work was used up
};

/// Cycles with one backward arc of `order` each. So their weight is at most
/// backward_weight(), and when it is equal that order is proven best. Stops
/// after `work` steps.
DisjointCycles disjoint_cycles(const ComponentGraph& graph,
                               const VertexOrder& order, std::uint64_t work);

}  // namespace modgraph
