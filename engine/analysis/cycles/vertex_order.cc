// The arcs that lead backwards, and what they weigh. Cost: O(V + E). Tested by
// tests/engine/analysis/cycles/feedback_arc_set_test.cc and
// cycles_agreement_test.cc.

#include "engine/analysis/cycles/vertex_order.h"

namespace modgraph {

std::vector<std::uint32_t> places(const VertexOrder& order) {
  std::vector<std::uint32_t> out(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) out[order[i]] = i;
  return out;
}

std::vector<ComponentArc> backward_arcs(const ComponentGraph& graph,
                                        const VertexOrder& order) {
  const std::vector<std::uint32_t> place = places(order);
  std::vector<ComponentArc> out;
  for (std::uint32_t v = 0; v < graph.vertex_count; ++v)
    for (const ComponentGraph::Arc& arc : graph.arcs_from(v))
      if (place[arc.to] < place[v]) out.push_back({v, arc.to});
  return out;
}

std::uint64_t backward_weight(const ComponentGraph& graph,
                              const VertexOrder& order) {
  const std::vector<std::uint32_t> place = places(order);
  std::uint64_t weight = 0;
  for (std::uint32_t v = 0; v < graph.vertex_count; ++v)
    for (const ComponentGraph::Arc& arc : graph.arcs_from(v))
      if (place[arc.to] < place[v]) weight += arc.weight;
  return weight;
}

}  // namespace modgraph
