#pragma once

// Which cycles does a component have, and which requirements close them?

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/analysis/cycles/component_graph.h"
#include "engine/analysis/cycles/cycles.h"
#include "engine/model/module_graph.h"

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

struct CycleLoops {
  /// Like Cycle::shortest_loop: each begins and ends with its smallest member.
  /// The shortest first.
  std::vector<std::vector<NodeId>> loops;
  bool truncated = false;
};

/// By cycle: its elementary loops, as far as the limits go, which are those of
/// each cycle. O(V) for each class beside the enumeration.
std::vector<CycleLoops> loops_of_cycles(const ModuleGraph& graph,
                                        std::span<const Cycle> cycles,
                                        const LoopLimits& limits = {});

/// One requirement between exact versions for every step of a loop. Where the
/// class leaves a choice: by the selected or else the highest version that
/// requires the next module, and the highest version of that which it asks for.
/// O(requirements of the loop's modules).
std::vector<Edge<NodeId>> closing_requirements(const ModuleGraph& graph,
                                               CycleClass cycle_class,
                                               std::span<const NodeId> loop);

}  // namespace modgraph
