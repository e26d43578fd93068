#pragma once

// Slow, obvious references of the analyses: graphs as matrices, definitions as
// loops. Never for production; the fast ones must agree with them.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/model/digraph.h"

namespace modgraph::reference {

/// matrix[v][w]: whether there is an edge, or a walk, from v to w.
using Matrix = std::vector<std::vector<bool>>;

template <class Id>
Matrix matrix_of(const Digraph<Id>& graph) {
  const std::size_t n = graph.vertex_count();
  Matrix out(n, std::vector<bool>(n, false));
  for (Id v : graph.vertices())
    for (Id to : graph.dependencies(v)) out[index(v)][index(to)] = true;
  return out;
}

/// Walks of one edge or more: Warshall's algorithm (1962).
Matrix closure(Matrix edges);

/// By vertex: the smallest vertex of its strongly connected component.
std::vector<std::size_t> components(const Matrix& edges);

/// The same, where the closure is at hand.
std::vector<std::size_t> components_of_walks(const Matrix& walk);

/// Whether no walk leads back to where it began.
bool has_no_loop(const Matrix& edges);

}  // namespace modgraph::reference
