#include "tests/support/reference/structure.h"

#include <algorithm>
#include <limits>

namespace modgraph::reference {
namespace {

bool has_vertex(const std::vector<std::size_t>& set, std::size_t v) {
  return std::find(set.begin(), set.end(), v) != set.end();
}

bool reaches(const Matrix& edges, const std::vector<std::size_t>& from,
             std::size_t target) {
  const Matrix walk = closure(edges);
  return std::any_of(from.begin(), from.end(), [&](std::size_t v) {
    return v == target || walk[v][target];
  });
}

void collect_cycles(const Matrix& edges, std::vector<std::uint32_t>& walk,
                    std::vector<std::vector<std::uint32_t>>& cycles) {
  for (std::uint32_t to = walk.front(); to < edges.size(); ++to) {
    if (!edges[walk.back()][to]) continue;
    if (to == walk.front()) {
      cycles.push_back(walk);
    } else if (std::find(walk.begin(), walk.end(), to) == walk.end()) {
      walk.push_back(to);
      collect_cycles(edges, walk, cycles);
      walk.pop_back();
    }
  }
}

std::uint64_t longest_to(const std::vector<std::vector<std::uint32_t>>& needs,
                         const std::vector<std::uint64_t>& durations,
                         std::uint32_t action) {
  std::uint64_t before = 0;
  for (const std::uint32_t need : needs[action])
    before = std::max(before, longest_to(needs, durations, need));
  return before + durations[action];
}

}  // namespace

std::vector<MatrixEdge> reduced_edges(const Matrix& edges) {
  const Matrix walk = closure(edges);
  const std::vector<std::size_t> component = components_of_walks(walk);
  const std::size_t n = edges.size();
  std::vector<MatrixEdge> out;
  std::vector<MatrixEdge> crossed;  // components
  for (std::size_t v = 0; v < n; ++v) {
    for (std::size_t w = 0; w < n; ++w) {
      if (!edges[v][w] || v == w) continue;
      const MatrixEdge crossing{component[v], component[w]};
      if (crossing.first == crossing.second) {
        out.emplace_back(v, w);
        continue;
      }
      bool between = false;
      for (std::size_t x = 0; x < n; ++x)
        if (component[x] != component[v] && component[x] != component[w] &&
            walk[v][x] && walk[x][w])
          between = true;
      // Rows ascend, so that the first edge of a crossing is its smallest.
      if (between ||
          std::find(crossed.begin(), crossed.end(), crossing) != crossed.end())
        continue;
      crossed.push_back(crossing);
      out.emplace_back(v, w);
    }
  }
  return out;
}

std::vector<MatrixEdge> smallest_cut(const Matrix& edges,
                                     const std::vector<std::size_t>& mains,
                                     std::size_t target) {
  const std::size_t n = edges.size();
  struct Cost {
    std::size_t edges, foreign, vertices;
    auto operator<=>(const Cost&) const = default;
  };
  constexpr auto kMost = std::numeric_limits<std::size_t>::max();
  Cost least{kMost, kMost, kMost};
  std::vector<MatrixEdge> best;
  for (std::uint64_t set = 0; set < std::uint64_t{1} << n; ++set) {
    const auto inside = [&](std::size_t v) { return (set >> v & 1) != 0; };
    if (inside(target) || !std::all_of(mains.begin(), mains.end(), inside))
      continue;
    Cost cost{0, 0, 0};
    std::vector<MatrixEdge> out;
    for (std::size_t v = 0; v < n; ++v) {
      if (!inside(v)) continue;
      ++cost.vertices;
      for (std::size_t w = 0; w < n; ++w) {
        if (!edges[v][w] || inside(w)) continue;
        ++cost.edges;
        if (!has_vertex(mains, v)) ++cost.foreign;
        out.emplace_back(v, w);
      }
    }
    if (cost < least) {
      least = cost;
      best = out;
    }
  }
  return best;
}

std::vector<MatrixEdge> smallest_own_cut(const Matrix& edges,
                                         const std::vector<std::size_t>& mains,
                                         std::size_t target) {
  std::vector<MatrixEdge> own;
  for (const std::size_t main : mains)
    for (std::size_t w = 0; w < edges.size(); ++w)
      if (edges[main][w] && !has_vertex(mains, w)) own.emplace_back(main, w);
  std::sort(own.begin(), own.end());
  own.erase(std::unique(own.begin(), own.end()), own.end());
  std::vector<MatrixEdge> best;
  bool found = false;
  for (std::uint64_t set = 0; set < std::uint64_t{1} << own.size(); ++set) {
    Matrix left = edges;
    std::vector<MatrixEdge> removed;
    for (std::size_t i = 0; i < own.size(); ++i) {
      if ((set >> i & 1) == 0) continue;
      left[own[i].first][own[i].second] = false;
      removed.push_back(own[i]);
    }
    if (reaches(left, mains, target)) continue;
    if (!found || removed.size() < best.size()) best = removed;
    found = true;
  }
  return best;
}

std::vector<double> betweenness(const Matrix& edges) {
  const std::size_t n = edges.size();
  // walks[k][v][w]: walks of exactly k edges.
  std::vector<std::vector<std::vector<double>>> walks(
      n + 1, std::vector(n, std::vector<double>(n, 0.0)));
  for (std::size_t v = 0; v < n; ++v) walks[0][v][v] = 1;
  for (std::size_t k = 1; k <= n; ++k)
    for (std::size_t v = 0; v < n; ++v)
      for (std::size_t x = 0; x < n; ++x)
        for (std::size_t w = 0; w < n; ++w)
          if (edges[x][w]) walks[k][v][w] += walks[k - 1][v][x];
  const auto distance = [&](std::size_t v, std::size_t w) {
    std::size_t k = 0;
    while (k <= n && walks[k][v][w] == 0) ++k;
    return k;  // above n: none
  };
  std::vector<double> out(n, 0.0);
  for (std::size_t s = 0; s < n; ++s) {
    for (std::size_t t = 0; t < n; ++t) {
      const std::size_t whole = distance(s, t);
      if (s == t || whole > n) continue;
      for (std::size_t v = 0; v < n; ++v) {
        const std::size_t first = distance(s, v);
        const std::size_t second = distance(v, t);
        if (v == s || v == t || first > n || second > n ||
            first + second != whole)
          continue;
        out[v] += walks[first][s][v] * walks[second][v][t] / walks[whole][s][t];
      }
    }
  }
  return out;
}

std::vector<std::vector<std::uint32_t>> all_loops(const Matrix& edges) {
  std::vector<std::vector<std::uint32_t>> cycles;
  for (std::uint32_t v = 0; v < edges.size(); ++v) {
    std::vector<std::uint32_t> walk{v};
    collect_cycles(edges, walk, cycles);
  }
  std::sort(cycles.begin(), cycles.end(), [](const auto& a, const auto& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  return cycles;
}

std::vector<std::uint64_t> longest_chains_to(
    const std::vector<std::vector<std::uint32_t>>& needs,
    const std::vector<std::uint64_t>& durations) {
  std::vector<std::uint64_t> out;
  for (std::uint32_t a = 0; a < needs.size(); ++a)
    out.push_back(longest_to(needs, durations, a));
  return out;
}

}  // namespace modgraph::reference
