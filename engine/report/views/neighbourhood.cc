#include "engine/report/views/neighbourhood.h"

#include <cstddef>
#include <utility>

namespace modgraph {

template <class Id>
std::vector<Id> neighbourhood(const Digraph<Id>& graph,
                              std::span<const Id> starts, Direction direction,
                              std::uint32_t depth) {
  std::vector<bool> seen(graph.vertex_count());
  std::vector<Id> out;
  const auto visit = [&](Id v) {
    if (seen[index(v)]) return;
    seen[index(v)] = true;
    out.push_back(v);
  };
  for (const Id v : starts) visit(v);
  std::size_t begin = 0;
  for (std::uint32_t step = 0; step < depth && begin < out.size(); ++step) {
    const std::size_t end = out.size();
    for (; begin < end; ++begin)
      for (const Id next : direction == Direction::kDependencies
                               ? graph.dependencies(out[begin])
                               : graph.dependents(out[begin]))
        visit(next);
  }
  return out;
}

template <class Id>
Digraph<Id> graph_between(const Digraph<Id>& graph, std::span<const Id> kept) {
  std::vector<bool> is_kept(graph.vertex_count());
  for (const Id v : kept) is_kept[index(v)] = true;
  Rows<Id> rows;
  for (const Id v : graph.vertices()) {
    for (const Id to : graph.dependencies(v))
      if (is_kept[index(v)] && is_kept[index(to)]) rows.targets.push_back(to);
    rows.offsets.push_back(static_cast<std::uint32_t>(rows.targets.size()));
  }
  return Digraph<Id>(std::move(rows));
}

template std::vector<NodeId> neighbourhood(const Digraph<NodeId>&,
                                           std::span<const NodeId>, Direction,
                                           std::uint32_t);
template std::vector<ModuleId> neighbourhood(const Digraph<ModuleId>&,
                                             std::span<const ModuleId>,
                                             Direction, std::uint32_t);
template Digraph<NodeId> graph_between(const Digraph<NodeId>&,
                                       std::span<const NodeId>);
template Digraph<ModuleId> graph_between(const Digraph<ModuleId>&,
                                         std::span<const ModuleId>);

}  // namespace modgraph
