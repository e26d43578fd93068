#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "tests/support/reference/matrix.h"

namespace modgraph::reference {

using Loop = std::vector<std::size_t>;

/// Of all shortest loops, each written from its smallest vertex back to it, the
/// smallest; empty when there is none. Every loop up to that length is tried.
Loop smallest_shortest_loop(const Matrix& edges);

/// weight[v][w]: that of the edge; 0: no edge.
using Weights = std::vector<std::vector<std::uint64_t>>;

/// The least weight whose removal leaves no loop: every set of edges is tried.
/// For at most 20 edges; edges from a vertex to itself are all in the set.
std::uint64_t least_break_weight_by_sets(const Weights& weight);

/// The same: every order of the vertices is tried, and what leads backwards in
/// it is removed. For at most 8 vertices.
std::uint64_t least_break_weight_by_orders(const Weights& weight);

}  // namespace modgraph::reference
