#pragma once

// Which loops does one component have?

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/analysis/loop_graph.h"

namespace modgraph {

struct LoopLimits {
  std::size_t most = 100;           // loops; there may be 2^V of them
  std::uint64_t work = 20'000'000;  // arcs looked at and vertices put down
};

struct EnumeratedLoops {
  /// Each begins with its smallest vertex, which is not repeated at the end;
  /// no vertex stands twice. The shortest first, then by vertices.
  std::vector<std::vector<std::uint32_t>> loops;
  /// There are more: a limit was reached. What is listed is some of them.
  bool truncated = false;
};

/// The elementary loops of a component, those of one vertex too.
/// O((V + E) * (loops + 1)), iterative.
EnumeratedLoops enumerate_loops(const LoopGraph& graph,
                                const LoopLimits& limits = {});

}  // namespace modgraph
