#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "tests/support/reference/matrix.h"

namespace modgraph::reference {

using VertexCycle = std::vector<std::size_t>;

/// Of all shortest cycles, each written from its smallest vertex back to it,
/// the smallest; empty when there is none. Every cycle up to that length is
/// tried.
VertexCycle smallest_shortest_cycle(const Matrix& edges);

/// weight[v][w]: that of the edge; 0: no edge.
using Weights = std::vector<std::vector<std::uint64_t>>;

/// The least weight whose removal leaves no cycle: every set of edges is tried.
/// For at most 20 edges; edges from a vertex to itself are all in the set.
std::uint64_t least_feedback_weight_by_sets(const Weights& weight);

/// The same: every order of the vertices is tried, and what leads backwards in
/// it is removed. For at most 8 vertices.
std::uint64_t least_feedback_weight_by_orders(const Weights& weight);

}  // namespace modgraph::reference
