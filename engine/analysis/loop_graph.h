#pragma once

// One strongly connected component by itself, small and dense: what the
// questions about a single component work on.

#include <cstdint>
#include <span>
#include <vector>

namespace modgraph {

/// Vertices are 0..vertex_count-1 in the order in which they are printed. Every
/// pair of vertices has at most one arc each way.
struct LoopGraph {
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

/// One arc between vertices of a LoopGraph.
struct LoopArc {
  std::uint32_t from;
  std::uint32_t to;
  friend auto operator<=>(const LoopArc&, const LoopArc&) = default;
};

/// From the outgoing side alone: `arcs` holds those of vertex 0, then those of
/// vertex 1, and so on; `begins` has where each vertex begins, and the end.
/// O(V + E).
LoopGraph loop_graph(std::vector<std::uint32_t> begins,
                     std::vector<LoopGraph::Arc> arcs,
                     std::vector<std::uint32_t> self_arcs);

}  // namespace modgraph
