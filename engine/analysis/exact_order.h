#pragma once

// The best order of a small component's vertices.

#include <cstdint>
#include <optional>

#include "engine/analysis/vertex_order.h"

namespace modgraph {

/// More vertices than this are never tried: a table of 2^20 words.
inline constexpr std::size_t kMostExactVertices = 20;

/// An order with less weight backwards than `bound`, and of these the least;
/// none when there is none. At most kMostExactVertices vertices, and weights
/// whose sum fits 32 bits. O(2^V * V).
std::optional<VertexOrder> best_order_below(const LoopGraph& graph,
                                            std::uint64_t bound);

}  // namespace modgraph
