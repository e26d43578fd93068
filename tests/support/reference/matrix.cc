#include "tests/support/reference/matrix.h"

#include <utility>

namespace modgraph::reference {

Matrix closure(Matrix edges) {
  const std::size_t n = edges.size();
  for (std::size_t via = 0; via < n; ++via)
    for (std::size_t v = 0; v < n; ++v)
      for (std::size_t w = 0; w < n; ++w)
        if (edges[v][via] && edges[via][w]) edges[v][w] = true;
  return edges;
}

std::vector<std::size_t> components(const Matrix& edges) {
  const Matrix walk = closure(edges);
  std::vector<std::size_t> out(edges.size());
  for (std::size_t v = 0; v < edges.size(); ++v) {
    std::size_t w = 0;
    while (w != v && !(walk[v][w] && walk[w][v])) ++w;
    out[v] = w;
  }
  return out;
}

bool has_no_loop(const Matrix& edges) {
  const Matrix walk = closure(edges);
  for (std::size_t v = 0; v < walk.size(); ++v)
    if (walk[v][v]) return false;
  return true;
}

}  // namespace modgraph::reference
