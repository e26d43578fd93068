#pragma once

// References of the questions about structure, from their definitions: every
// set of vertices, every pair, every walk.

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "tests/support/reference/matrix.h"

namespace modgraph::reference {

using MatrixEdge = std::pair<std::size_t, std::size_t>;

/// The edges that the transitive reduction keeps, ascending.
std::vector<MatrixEdge> reduced_edges(const Matrix& edges);

/// Of all sets of vertices with the mains and without the target, the one whose
/// edges that lead out are fewest, then fewest not of mains; then the smallest
/// set. Those edges, ascending.
std::vector<MatrixEdge> smallest_cut(const Matrix& edges,
                                     const std::vector<std::size_t>& mains,
                                     std::size_t target);

/// The smallest set of edges from mains without which no main reaches the
/// target: every set is tried. Ascending; edges between mains stay.
std::vector<MatrixEdge> smallest_own_cut(const Matrix& edges,
                                         const std::vector<std::size_t>& mains,
                                         std::size_t target);

/// By vertex: the share of shortest walks through it, over all pairs.
std::vector<double> betweenness(const Matrix& edges);

/// Every elementary cycle, from its smallest vertex, which is not repeated; the
/// shortest first, then by vertices.
std::vector<std::vector<std::uint32_t>> all_loops(const Matrix& edges);

/// The longest chain of actions up to each: every chain is tried.
std::vector<std::uint64_t> longest_chains_to(
    const std::vector<std::vector<std::uint32_t>>& needs,
    const std::vector<std::uint64_t>& durations);

}  // namespace modgraph::reference
