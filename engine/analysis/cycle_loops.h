#pragma once

// The loops of cycles that were found, and the requirements that close them.

#include <span>
#include <vector>

#include "engine/analysis/cycles.h"
#include "engine/analysis/loop_enumeration.h"
#include "engine/model/module_graph.h"

namespace modgraph {

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
