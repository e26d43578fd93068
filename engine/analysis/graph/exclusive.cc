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

#include "engine/analysis/graph/needed_graph.h"

namespace modgraph {
DominatorTree<ModuleId> exclusive_tree(
    const Digraph<ModuleId>& selected, std::span<const ModuleId> mains,
    std::span<const Edge<ModuleId>> listed_indirect) {
  if (listed_indirect.empty()) return dominator_tree(selected, mains);
  return dominator_tree(needed_graph(selected, mains, listed_indirect), mains);
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
