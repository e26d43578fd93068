#include "tests/support/reference/dominators.h"

namespace modgraph::reference {

std::vector<bool> reached(const Matrix& edges,
                          const std::vector<std::size_t>& roots,
                          std::optional<std::size_t> without) {
  std::vector<bool> out(edges.size(), false);
  std::vector<std::size_t> open;
  const auto visit = [&](std::size_t v) {
    if (out[v] || v == without) return;
    out[v] = true;
    open.push_back(v);
  };
  for (std::size_t root : roots) visit(root);
  while (!open.empty()) {
    const std::size_t v = open.back();
    open.pop_back();
    for (std::size_t to = 0; to < edges.size(); ++to)
      if (edges[v][to]) visit(to);
  }
  return out;
}

Matrix dominates(const Matrix& edges, const std::vector<std::size_t>& roots) {
  const std::vector<bool> before = reached(edges, roots);
  Matrix out(edges.size(), std::vector<bool>(edges.size(), false));
  for (std::size_t d = 0; d < edges.size(); ++d) {
    const std::vector<bool> after = reached(edges, roots, d);
    for (std::size_t v = 0; v < edges.size(); ++v)
      out[d][v] = before[v] && !after[v];
  }
  return out;
}

std::optional<std::size_t> immediate_dominator(const Matrix& dominates,
                                               std::size_t v) {
  // All others dominate the nearest one.
  for (std::size_t d = 0; d < dominates.size(); ++d) {
    if (d == v || !dominates[d][v]) continue;
    bool is_nearest = true;
    for (std::size_t other = 0; other < dominates.size(); ++other)
      if (other != v && dominates[other][v] && !dominates[other][d])
        is_nearest = false;
    if (is_nearest) return d;
  }
  return std::nullopt;
}

}  // namespace modgraph::reference
