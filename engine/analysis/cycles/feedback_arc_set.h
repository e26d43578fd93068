#pragma once

// Which few requirements, removed, break every cycle of a component?

#include <cstdint>
#include <vector>

#include "engine/analysis/cycles/component_graph.h"

namespace modgraph {

struct FeedbackArcSet {
  /// Arcs whose removal leaves no cycle, ascending; every arc that leads from a
  /// vertex to itself is among them.
  std::vector<ComponentArc> arcs;
  bool is_minimum = true;  // false: found by a greedy method, not proven
  std::uint64_t work = 0;  // steps of the exact method
};

struct FeedbackArcSetOptions {
  std::size_t exact_vertices = 16;  // above: minimum only by luck and proof
  std::uint64_t exact_work = 1U << 24;
};

/// A set of least weight when the component is small, else a small one that has
/// no arc without need (while that is affordable). Near-linear but for the
/// stated limits.
FeedbackArcSet feedback_arc_set(const ComponentGraph& graph,
                                const FeedbackArcSetOptions& options = {});

}  // namespace modgraph
