#include "tests/support/reference/searches.h"

#include <algorithm>
#include <deque>
#include <map>

namespace modgraph::reference {

template <class Id>
std::vector<std::optional<std::size_t>> distances(
    const Digraph<Id>& graph, const std::vector<Id>& starts) {
  std::vector<std::optional<std::size_t>> out(graph.vertex_count());
  std::deque<Id> queue;
  for (Id start : starts) {
    out[index(start)] = 0;
    queue.push_back(start);
  }
  for (; !queue.empty(); queue.pop_front())
    for (Id to : graph.dependencies(queue.front())) {
      if (out[index(to)]) continue;
      out[index(to)] = *out[index(queue.front())] + 1;
      queue.push_back(to);
    }
  return out;
}

template <class Id>
std::vector<bool> reached(const Digraph<Id>& graph,
                          const std::vector<Id>& starts, Id without) {
  std::vector<bool> out(graph.vertex_count(), false);
  std::vector<Id> open;
  const auto visit = [&](Id v) {
    if (out[index(v)] || v == without) return;
    out[index(v)] = true;
    open.push_back(v);
  };
  for (Id start : starts) visit(start);
  while (!open.empty()) {
    const Id v = open.back();
    open.pop_back();
    for (Id to : graph.dependencies(v)) visit(to);
  }
  return out;
}

template <class Id>
bool is_walk(const Digraph<Id>& graph, const std::vector<Id>& vertices) {
  for (std::size_t i = 1; i < vertices.size(); ++i) {
    const auto row = graph.dependencies(vertices[i - 1]);
    if (std::find(row.begin(), row.end(), vertices[i]) == row.end())
      return false;
  }
  return true;
}

template <class Id>
std::vector<std::vector<Id>> components_by_search(const Digraph<Id>& graph) {
  std::vector<std::vector<bool>> reach;
  for (Id v : graph.vertices()) reach.push_back(reached<Id>(graph, {v}));
  std::map<Id, std::vector<Id>> by_smallest;
  for (Id v : graph.vertices()) {
    Id smallest{0};
    while (
        !(reach[index(v)][index(smallest)] && reach[index(smallest)][index(v)]))
      smallest = Id{static_cast<std::uint32_t>(index(smallest) + 1)};
    by_smallest[smallest].push_back(v);
  }
  std::vector<std::vector<Id>> out;
  for (auto& [smallest, members] : by_smallest)
    out.push_back(std::move(members));
  return out;
}

template <class Id>
std::optional<std::size_t> shortest_loop_length(const Digraph<Id>& graph,
                                                const std::vector<Id>& within) {
  std::optional<std::size_t> best;
  for (Id start : within) {
    const auto distance = distances<Id>(graph, {start});
    for (Id v : graph.dependents(start))
      if (const auto d = distance[index(v)]; d && (!best || *d + 1 < *best))
        best = *d + 1;
  }
  return best;
}

LongestWalks longest_walks(const Digraph<ModuleId>& graph,
                           const std::vector<ModuleId>& mains) {
  const auto components = components_by_search(graph);
  std::vector<std::size_t> of(graph.vertex_count());
  for (std::size_t c = 0; c < components.size(); ++c)
    for (ModuleId m : components[c]) of[index(m)] = c;

  // The longest walk that ends in a component, and that begins there.
  std::vector<std::optional<std::uint64_t>> head(components.size());
  std::vector<std::uint64_t> tail(components.size());
  for (ModuleId m : mains) head[of[index(m)]] = components[of[index(m)]].size();
  for (std::size_t c = 0; c < components.size(); ++c)
    tail[c] = components[c].size();
  for (bool changed = true; changed;) {
    changed = false;
    for (ModuleId from : graph.vertices())
      for (ModuleId to : graph.dependencies(from)) {
        const std::size_t a = of[index(from)];
        const std::size_t b = of[index(to)];
        if (a == b) continue;
        if (head[a] && head[b].value_or(0) < *head[a] + components[b].size()) {
          head[b] = *head[a] + components[b].size();
          changed = true;
        }
        if (tail[a] < components[a].size() + tail[b]) {
          tail[a] = components[a].size() + tail[b];
          changed = true;
        }
      }
  }
  LongestWalks out;
  out.through.resize(graph.vertex_count());
  for (ModuleId m : graph.vertices()) {
    const std::size_t c = of[index(m)];
    if (!head[c]) continue;
    out.through[index(m)] = *head[c] + tail[c] - components[c].size();
    out.length = std::max(out.length, *out.through[index(m)]);
  }
  return out;
}

template std::vector<std::optional<std::size_t>> distances(
    const Digraph<NodeId>&, const std::vector<NodeId>&);
template std::vector<bool> reached(const Digraph<ModuleId>&,
                                   const std::vector<ModuleId>&, ModuleId);
template bool is_walk(const Digraph<NodeId>&, const std::vector<NodeId>&);
template bool is_walk(const Digraph<ModuleId>&, const std::vector<ModuleId>&);
template std::vector<std::vector<NodeId>> components_by_search(
    const Digraph<NodeId>&);
template std::vector<std::vector<ModuleId>> components_by_search(
    const Digraph<ModuleId>&);
template std::optional<std::size_t> shortest_loop_length(
    const Digraph<NodeId>&, const std::vector<NodeId>&);
template std::optional<std::size_t> shortest_loop_length(
    const Digraph<ModuleId>&, const std::vector<ModuleId>&);

}  // namespace modgraph::reference
