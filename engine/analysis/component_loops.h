#pragma once

// The components of one class of cycles, each cut out as a LoopGraph, and the
// way back from its arcs to requirements between exact versions.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/analysis/cycles.h"
#include "engine/analysis/loop_graph.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// A class looks at vertices (index(NodeId) in class version, index(ModuleId)
/// in the others) and at the requirements of some nodes for each: the version
/// itself, the selected one, or all of a module.
class ComponentLoops {
 public:
  /// `component_of` by vertex; must outlive this.
  ComponentLoops(const ModuleGraph& graph, CycleClass cycle_class,
                 std::span<const std::uint32_t> component_of);

  /// The component of these vertices, numbered in the order given. All members
  /// of one component; each component once. O(its requirements).
  LoopGraph cut_out(std::span<const std::uint32_t> members);

  /// All requirements that the arcs stand for, ascending, once each; for the
  /// component that was cut out last.
  std::vector<Edge<NodeId>> exact_edges(std::span<const std::uint32_t> members,
                                        const std::vector<LoopArc>& arcs) const;

 private:
  std::uint32_t vertex_of(NodeId n) const;
  IdRange<NodeId> sources_of(std::uint32_t vertex) const;

  const ModuleGraph& graph_;
  CycleClass class_;
  std::span<const std::uint32_t> component_of_;
  std::vector<std::uint32_t> local_of_;  // by vertex: its place in `members`
  std::vector<NodeId> last_source_;      // by node: who required it last
  std::vector<std::uint32_t> last_arc_;  // by local vertex: the last arc to it
};

}  // namespace modgraph
