#pragma once

// One strongly connected component by itself, small and dense: what the
// questions about a single component work on. And how the components of one
// class of cycles are cut out, and the way back from their arcs to requirements
// between exact versions.

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/model/module_graph.h"

namespace modgraph {

/// Vertices are 0..vertex_count-1 in the order in which they are printed. Every
/// pair of vertices has at most one arc each way.
struct ComponentGraph {
  struct Arc {
    std::uint32_t to;      // in `incoming`: the vertex that it comes from
    std::uint32_t weight;  // distinct exact requirements that it stands for
  };

  std::uint32_t vertex_count = 0;
  std::vector<std::uint32_t> outgoing_begin;  // by vertex, and the end
  std::vector<Arc> outgoing;
  std::vector<std::uint32_t> incoming_begin;
  std::vector<Arc> incoming;
  /// Vertices that require themselves, ascending; such arcs are not among the
  /// others.
  std::vector<std::uint32_t> self_arcs;

  std::span<const Arc> arcs_from(std::uint32_t v) const {
    return std::span(outgoing).subspan(
        outgoing_begin[v], outgoing_begin[v + 1] - outgoing_begin[v]);
  }
  std::span<const Arc> arcs_to(std::uint32_t v) const {
    return std::span(incoming).subspan(
        incoming_begin[v], incoming_begin[v + 1] - incoming_begin[v]);
  }
  std::size_t arc_count() const { return outgoing.size() + self_arcs.size(); }
};

/// One arc between vertices of a ComponentGraph.
struct ComponentArc {
  std::uint32_t from;
  std::uint32_t to;
  friend auto operator<=>(const ComponentArc&, const ComponentArc&) = default;
};

/// From the outgoing side alone: `arcs` holds those of vertex 0, then those of
/// vertex 1, and so on; `begins` has where each vertex begins, and the end.
/// O(V + E).
ComponentGraph component_graph(std::vector<std::uint32_t> begins,
                               std::vector<ComponentGraph::Arc> arcs,
                               std::vector<std::uint32_t> self_arcs);

/// From the strictest to the weakest: exact versions that require each other;
/// selected modules that require each other; and cycles that exist only once
/// versions are ignored, which keep old versions in the graph.
enum class CycleClass : std::uint8_t { kVersion, kSelected, kPath };

/// "version", "selected", "path".
std::string_view cycle_class_name(CycleClass cycle_class);

/// A class looks at vertices (index(NodeId) in class version, index(ModuleId)
/// in the others) and at the requirements of some nodes for each: the version
/// itself, the selected one, or all of a module.
class ComponentCutter {
 public:
  /// `component_of` by vertex; must outlive this.
  ComponentCutter(const ModuleGraph& graph, CycleClass cycle_class,
                  std::span<const std::uint32_t> component_of);

  /// The component of these vertices, numbered in the order given. All members
  /// of one component; each component once. O(its requirements).
  ComponentGraph cut_out(std::span<const std::uint32_t> members);

  /// All requirements that the arcs stand for, ascending, once each; for the
  /// component that was cut out last.
  std::vector<Edge<NodeId>> exact_edges(
      std::span<const std::uint32_t> members,
      const std::vector<ComponentArc>& arcs) const;

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
