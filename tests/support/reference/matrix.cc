#include "tests/support/reference/matrix.h"

#include <utility>

namespace modgraph::reference {

// A row is so many words of 64 vertices: graphs have up to hundreds of them.
Matrix closure(Matrix edges) {
  const std::size_t n = edges.size();
  const std::size_t width = (n + 63) / 64;
  std::vector<std::uint64_t> rows(n * width);
  const auto bit = [](std::size_t w) { return std::uint64_t{1} << w % 64; };
  for (std::size_t v = 0; v < n; ++v)
    for (std::size_t w = 0; w < n; ++w)
      if (edges[v][w]) rows[v * width + w / 64] |= bit(w);
  for (std::size_t via = 0; via < n; ++via)
    for (std::size_t v = 0; v < n; ++v)
      if ((rows[v * width + via / 64] & bit(via)) != 0)
        for (std::size_t word = 0; word < width; ++word)
          rows[v * width + word] |= rows[via * width + word];
  for (std::size_t v = 0; v < n; ++v)
    for (std::size_t w = 0; w < n; ++w)
      edges[v][w] = (rows[v * width + w / 64] & bit(w)) != 0;
  return edges;
}

std::vector<std::size_t> components(const Matrix& edges) {
  return components_of_walks(closure(edges));
}

std::vector<std::size_t> components_of_walks(const Matrix& walk) {
  std::vector<std::size_t> out(walk.size());
  for (std::size_t v = 0; v < walk.size(); ++v) {
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
