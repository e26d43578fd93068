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

struct CycleLimits {
  std::size_t max_cycles = 100;     // cycles; there may be 2^V of them
  std::uint64_t work = 20'000'000;  // arcs followed and vertices listed
};

struct EnumeratedCycles {
  /// Each begins with its smallest vertex, which is not repeated at the end.
  /// The shortest first, then by vertices.
  std::vector<std::vector<std::uint32_t>> cycles;
  /// There are more: a limit was reached. What is listed is some of them.
  bool truncated = false;
};

/// The elementary cycles of a component, those of one vertex too.
/// O((V + E) * (cycles + 1)), iterative.
EnumeratedCycles enumerate_cycles(const ComponentGraph& graph,
                                  const CycleLimits& limits = {});

struct ComponentCycles {
  /// Like CyclicComponent::shortest_cycle: each begins and ends with its
  /// smallest member. The shortest first.
  std::vector<std::vector<NodeId>> cycles;
  bool truncated = false;
};

/// By component: its elementary cycles. Each component has the limits to
/// itself. O(V) for each class plus the enumeration.
std::vector<ComponentCycles> cycles_of_components(
    const ModuleGraph& graph, std::span<const CyclicComponent> components,
    const CycleLimits& limits = {});

/// One requirement between exact versions for every step of a cycle. Where the
/// class leaves a choice: by the selected or else the highest version that
/// requires the next module, and the highest version of that which it requires.
/// O(requirements of the cycle's modules).
std::vector<Edge<NodeId>> closing_requirements(const ModuleGraph& graph,
                                               CycleClass cycle_class,
                                               std::span<const NodeId> cycle);

}  // namespace modgraph
