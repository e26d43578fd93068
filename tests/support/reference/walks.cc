#include "tests/support/reference/walks.h"

#include <algorithm>

namespace modgraph::reference {
namespace {

struct Condensed {
  Matrix edges;                        // between the smallest vertices
  std::vector<std::size_t> component;  // by vertex
  std::vector<std::uint64_t> weight;   // by smallest vertex
};

Condensed condense(const Matrix& edges,
                   const std::vector<std::uint64_t>& weights) {
  const std::size_t n = edges.size();
  Condensed out{Matrix(n, std::vector<bool>(n, false)), components(edges),
                std::vector<std::uint64_t>(n, 0)};
  for (std::size_t v = 0; v < n; ++v) {
    const std::size_t from = out.component[v];
    out.weight[from] += weights[v];
    for (std::size_t w = 0; w < n; ++w)
      if (edges[v][w] && out.component[w] != from)
        out.edges[from][out.component[w]] = true;
  }
  return out;
}

void try_walks(const Condensed& graph, std::vector<std::size_t>& walk,
               std::uint64_t weight, HeaviestWalks& best) {
  for (std::size_t c : walk)
    for (std::size_t v = 0; v < graph.component.size(); ++v)
      if (graph.component[v] == c)
        best.through[v] = std::max(best.through[v].value_or(0), weight);
  // Walks come in ascending order, so the first of the heaviest is the smallest
  // but for its own beginnings, which stand before it.
  if (weight > best.length) {
    best.length = weight;
    best.path = walk;
  }
  for (std::size_t to = 0; to < graph.edges.size(); ++to) {
    if (!graph.edges[walk.back()][to]) continue;
    walk.push_back(to);
    try_walks(graph, walk, weight + graph.weight[to], best);
    walk.pop_back();
  }
}

}  // namespace

HeaviestWalks heaviest_walks(const Matrix& edges,
                             const std::vector<std::size_t>& roots,
                             const std::vector<std::uint64_t>& weights) {
  const Condensed graph = condense(edges, weights);
  HeaviestWalks best;
  best.through.resize(edges.size());
  for (std::size_t c = 0; c < edges.size(); ++c) {
    const bool begins = std::any_of(
        roots.begin(), roots.end(),
        [&](std::size_t root) { return graph.component[root] == c; });
    if (!begins) continue;
    if (best.path.empty()) best.path = {c};
    std::vector<std::size_t> walk{c};
    try_walks(graph, walk, graph.weight[c], best);
  }
  return best;
}

}  // namespace modgraph::reference
