// Arcs by source and by target; the second by a counting sort. Cost: O(V + E).
// Tested by tests/engine/analysis/break_set_test.cc and loop_agreement_test.cc.

#include "engine/analysis/loop_graph.h"

#include <utility>

namespace modgraph {

LoopGraph loop_graph(std::vector<std::uint32_t> begins,
                     std::vector<LoopGraph::Arc> arcs,
                     std::vector<std::uint32_t> self_arcs) {
  LoopGraph out;
  out.vertex_count = static_cast<std::uint32_t>(begins.size() - 1);
  out.outgoing_begin = std::move(begins);
  out.outgoing = std::move(arcs);
  out.self_arcs = std::move(self_arcs);

  // A counting sort by target; sources come out ascending.
  std::vector<std::uint32_t> next(out.vertex_count + 2, 0);
  for (const LoopGraph::Arc& arc : out.outgoing) ++next[arc.to + 2];
  for (std::size_t v = 2; v < next.size(); ++v) next[v] += next[v - 1];
  out.incoming.resize(out.outgoing.size());
  for (std::uint32_t from = 0; from < out.vertex_count; ++from)
    for (const LoopGraph::Arc& arc : out.arcs_from(from))
      out.incoming[next[arc.to + 1]++] = {from, arc.weight};
  next.pop_back();
  out.incoming_begin = std::move(next);
  return out;
}

}  // namespace modgraph
