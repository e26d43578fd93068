// How many modules does one module alone bring into the build?
//
// The size of its subtree in the dominator tree of the selected graph. Since go
// 1.17 a go.mod also lists the modules that it needs indirectly, and taken at
// their word those lines would make every module a child of the main module, so
// they count only where nothing else leads to their target.
// O(V + E) but for the dominators.
// Tested by exclusive_test.cc, agreement_test.cc.

#include "engine/analysis/graph/exclusive.h"

#include <algorithm>

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

DominatorTree<ModuleId> exclusive_tree(
    const Digraph<ModuleId>& selected, std::span<const ModuleId> mains,
    std::span<const Edge<ModuleId>> listed_indirect) {
  if (listed_indirect.empty()) return dominator_tree(selected, mains);

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
  return dominator_tree(graph_without(selected, is_left_out), mains);
}

std::vector<std::uint32_t> exclusive_weights(
    const Digraph<ModuleId>& selected, std::span<const ModuleId> mains,
    std::span<const Edge<ModuleId>> listed_indirect) {
  return exclusive_tree(selected, mains, listed_indirect).size;
}

std::vector<std::uint32_t> exclusive_weights_with(
    const Digraph<ModuleId>& selected, std::span<const Edge<ModuleId>> more,
    std::span<const ModuleId> mains,
    std::span<const Edge<ModuleId>> listed_indirect) {
  std::vector<Edge<ModuleId>> edges(more.begin(), more.end());
  for (const ModuleId from : selected.vertices())
    for (const ModuleId to : selected.dependencies(from))
      edges.push_back({from, to});
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
  Rows<ModuleId> rows;
  auto edge = edges.begin();
  for (const ModuleId from : selected.vertices()) {
    for (; edge != edges.end() && edge->from == from; ++edge)
      if (edge->to != from) rows.targets.push_back(edge->to);
    rows.offsets.push_back(static_cast<std::uint32_t>(rows.targets.size()));
  }
  return exclusive_weights(Digraph<ModuleId>(std::move(rows)), mains,
                           listed_indirect);
}

}  // namespace modgraph
