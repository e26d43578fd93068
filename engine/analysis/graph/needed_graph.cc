// Which requirements say who needs what?
//
// Since go 1.17 a go.mod also lists the modules that it needs indirectly. Taken
// at their word those lines would make every module a neighbour of the main
// module, so they count only where nothing else leads to their target.
// O(V + E), and O(log n) for each edge of main modules.
// Tested by needed_graph_test.cc.

#include "engine/analysis/graph/needed_graph.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/analysis/graph/reach.h"

namespace modgraph {
namespace {

// The graph without the edges that `is_left_out` names.
template <class Predicate>
Digraph<ModuleId> graph_without(const Digraph<ModuleId>& graph,
                                Predicate is_left_out) {
  Rows<ModuleId> rows;
  rows.offsets.reserve(graph.vertex_count() + 1);
  rows.targets.reserve(graph.edge_count());
  for (ModuleId from : graph.vertices()) {
    for (ModuleId to : graph.dependencies(from))
      if (!is_left_out(Edge<ModuleId>{from, to})) rows.targets.push_back(to);
    rows.offsets.push_back(static_cast<std::uint32_t>(rows.targets.size()));
  }
  return Digraph<ModuleId>(std::move(rows));
}

}  // namespace

Digraph<ModuleId> needed_graph(
    const Digraph<ModuleId>& selected, std::span<const ModuleId> mains,
    std::span<const Edge<ModuleId>> listed_indirect) {
  std::vector<Edge<ModuleId>> listed(listed_indirect.begin(),
                                     listed_indirect.end());
  std::sort(listed.begin(), listed.end());
  std::vector<bool> has_listed(selected.vertex_count(), false);
  for (const Edge<ModuleId>& e : listed) has_listed[index(e.from)] = true;
  const auto is_listed = [&](const Edge<ModuleId>& e) {
    return has_listed[index(e.from)] &&
           std::binary_search(listed.begin(), listed.end(), e);
  };
  const std::vector<bool> reached =
      reachable(graph_without(selected, is_listed), mains);
  const auto is_left_out = [&](const Edge<ModuleId>& e) {
    return reached[index(e.to)] && is_listed(e);
  };
  return graph_without(selected, is_left_out);
}

}  // namespace modgraph
