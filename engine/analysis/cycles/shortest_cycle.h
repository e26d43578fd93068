#pragma once

// What is the shortest way around in a component?

#include <cstdint>
#include <vector>

#include "engine/analysis/cycles/component_graph.h"

namespace modgraph {

struct ShortestCycle {
  /// Begins and ends with its smallest vertex; of several cycles of that length
  /// the smallest, compared vertex by vertex.
  std::vector<std::uint32_t> vertices;
  bool is_exact = true;    // false: the shortest through vertex 0 only
  std::uint64_t work = 0;  // arcs looked at
};

/// A shortest cycle of a strongly connected graph of two or more vertices, or
/// of one that requires itself: a shortest of all while V * E is at most
/// `exact_work`. O(V * E) at worst then, else O(E).
ShortestCycle shortest_cycle(const ComponentGraph& graph,
                             std::uint64_t exact_work);

}  // namespace modgraph
