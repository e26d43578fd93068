#include "engine/model/selected_graph.h"

namespace modgraph {
namespace {

// The requirements of the sources that `counts` accepts, as module -> module.
template <class Counts>
Digraph<ModuleId> module_edges(const ModuleGraph& graph, Counts counts) {
  std::vector<Edge<ModuleId>> edges;
  edges.reserve(graph.requirements().edge_count());
  for (NodeId from : graph.nodes()) {
    const ModuleId source = graph.module_of(from);
    if (graph.kind(source) != ModuleKind::kModule || !counts(from)) continue;
    for (NodeId to : graph.requirements(from)) {
      const ModuleId target = graph.module_of(to);
      if (graph.kind(target) == ModuleKind::kModule && target != source)
        edges.push_back({source, target});
    }
  }
  return simple_digraph_from_edges<ModuleId>(graph.module_count(), edges);
}

}  // namespace

std::vector<ModuleId> main_modules(const ModuleGraph& graph) {
  std::vector<ModuleId> out;
  for (const NodeId main : graph.mains()) out.push_back(graph.module_of(main));
  return out;
}

Digraph<ModuleId> selected_graph(const ModuleGraph& graph) {
  return module_edges(graph, [&](NodeId n) { return graph.is_selected(n); });
}

Digraph<ModuleId> path_graph(const ModuleGraph& graph) {
  return module_edges(graph, [](NodeId) { return true; });
}

}  // namespace modgraph
