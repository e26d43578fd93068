#pragma once

// Which requirements run in a circle, and what would open it?
//
// Three classes, from the strictest to the weakest: exact versions that require
// each other; selected modules that require each other; and loops that exist
// only once versions are ignored, which keep old versions in the graph.

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/model/digraph.h"
#include "engine/model/module_graph.h"

namespace modgraph {

enum class CycleClass : std::uint8_t { kVersion, kSelected, kPath };

/// "version", "selected", "path".
std::string_view cycle_class_name(CycleClass cycle_class);

/// One strongly connected component of two or more vertices (class version:
/// also a single vertex that requires itself).
struct Cycle {
  CycleClass cycle_class;
  /// Members by their printed names, bytewise ascending. In class version these
  /// are module versions; in the other two `members` holds the selected version
  /// of each module, to be shown by its path only.
  std::vector<NodeId> members;
  /// Begins and ends with its smallest vertex (same vertices as `members`).
  std::vector<NodeId> shortest_loop;
  /// False: the shortest loop through the smallest member only (V * E of the
  /// component is above CycleOptions::exact_loop_work).
  bool shortest_is_exact = true;
  /// Requirements between exact versions; without them the component has no
  /// loop. Ascending.
  std::vector<Edge<NodeId>> break_edges;
  bool break_is_minimum = true;  // false: found by a greedy method
};

struct CycleOptions {
  std::uint64_t exact_loop_work = 100'000'000;  // V * E of a component
  std::size_t exact_break_vertices = 16;        // above: greedy
};

/// Printed name order and class order: version, selected, path; within a class
/// by first member. A selected cycle is left out when a version cycle whose
/// members are all selected has the same paths; a path cycle when a selected
/// component has. O(V + E) plus the capped work above.
std::vector<Cycle> find_cycles(const ModuleGraph& graph,
                               const Digraph<ModuleId>& selected,
                               const Digraph<ModuleId>& paths,
                               const CycleOptions& options = {});

}  // namespace modgraph
