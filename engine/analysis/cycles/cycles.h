#pragma once

// Which modules require each other in a cycle, and what would break it?
//
// O(V + E) plus capped work for exact answers; component_graph.h has the three
// classes of cycles.

#include <cstdint>
#include <vector>

#include "engine/analysis/cycles/component_graph.h"
#include "engine/analysis/graph/components.h"
#include "engine/analysis/graph/printed_order.h"
#include "engine/model/digraph.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// One strongly connected component of two or more vertices (class version:
/// also a single vertex that requires itself).
struct CyclicComponent {
  CycleClass cycle_class;
  /// Members by their printed names, bytewise ascending. In class version these
  /// are module versions; in the other two `members` holds the selected version
  /// of each module, to be shown by its path only.
  std::vector<NodeId> members;
  /// Begins and ends with its smallest vertex (same vertices as `members`); of
  /// several shortest cycles the bytewise smallest.
  std::vector<NodeId> shortest_cycle;
  /// False: the shortest cycle through the smallest member only (V * E of the
  /// component is above CycleOptions::exact_cycle_work).
  bool shortest_is_exact = true;
  /// Requirements between exact versions: of all that the class looks at, what
  /// is left without them leaves the component no cycle. Ascending; those that
  /// go from a version to itself are always among them in class version.
  std::vector<Edge<NodeId>> feedback_arcs;
  /// Whether no smaller set does; false: found by a greedy method, not proven.
  bool feedback_is_minimum = true;
};

struct CycleOptions {
  std::uint64_t exact_cycle_work = 100'000'000;  // V * E of a component
  std::size_t exact_feedback_vertices = 16;      // above: exact only if proven
  /// Steps for exact answers, over all components; when they are used up the
  /// rest gets the cheap ones.
  std::uint64_t total_work = 1'000'000'000;
};

/// Class order: version, selected, path; within a class by first member. A
/// selected cycle is left out when a version cycle whose members are all
/// selected has the same paths; a path cycle when a selected component has.
/// `go` and `toolchain` are never members. `selected` are the components of
/// selected_graph(), `order` is that of printed_order.h.
/// O(V + E) plus the capped work above.
std::vector<CyclicComponent> find_cyclic_components(
    const ModuleGraph& graph, const PrintedOrder& order,
    const Components<ModuleId>& selected, const CycleOptions& options = {});

/// The same, with what it needs made on the way.
std::vector<CyclicComponent> find_cyclic_components(
    const ModuleGraph& graph, const CycleOptions& options = {});

}  // namespace modgraph
