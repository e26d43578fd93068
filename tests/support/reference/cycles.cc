#include "tests/support/reference/cycles.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace modgraph::reference {
namespace {

// Puts every cycle of `length` edges that begins with `walk` into `cycles`.
void collect_cycles_of_length(const Matrix& edges, std::size_t length,
                              VertexCycle& walk,
                              std::vector<VertexCycle>& cycles) {
  for (std::size_t to = walk.front(); to < edges.size(); ++to) {
    if (!edges[walk.back()][to]) continue;
    walk.push_back(to);
    if (walk.size() == length + 1) {
      if (to == walk.front()) cycles.push_back(walk);
    } else {
      collect_cycles_of_length(edges, length, walk, cycles);
    }
    walk.pop_back();
  }
}

}  // namespace

VertexCycle smallest_shortest_cycle(const Matrix& edges) {
  for (std::size_t length = 1; length <= edges.size(); ++length) {
    std::vector<VertexCycle> cycles;
    for (std::size_t v = 0; v < edges.size(); ++v) {
      VertexCycle walk{v};
      collect_cycles_of_length(edges, length, walk, cycles);
    }
    if (!cycles.empty()) return *std::min_element(cycles.begin(), cycles.end());
  }
  return {};
}

std::uint64_t least_feedback_weight_by_sets(const Weights& weight) {
  struct WeightedEdge {
    std::size_t from, to;
    std::uint64_t weight;
  };
  std::vector<WeightedEdge> edges;
  for (std::size_t v = 0; v < weight.size(); ++v)
    for (std::size_t w = 0; w < weight.size(); ++w)
      if (weight[v][w] > 0) edges.push_back({v, w, weight[v][w]});
  std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
  for (std::uint64_t set = 0; set < std::uint64_t{1} << edges.size(); ++set) {
    std::uint64_t removed = 0;
    Matrix left(weight.size(), std::vector<bool>(weight.size(), false));
    for (std::size_t i = 0; i < edges.size(); ++i) {
      if ((set >> i & 1) != 0)
        removed += edges[i].weight;
      else
        left[edges[i].from][edges[i].to] = true;
    }
    if (removed < least && has_no_loop(left)) least = removed;
  }
  return least;
}

std::uint64_t least_feedback_weight_by_orders(const Weights& weight) {
  std::vector<std::size_t> order(weight.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
  do {
    std::uint64_t removed = 0;
    for (std::size_t i = 0; i < order.size(); ++i)
      for (std::size_t j = 0; j <= i; ++j)
        removed += weight[order[i]][order[j]];
    least = std::min(least, removed);
  } while (std::next_permutation(order.begin(), order.end()));
  return least;
}

}  // namespace modgraph::reference
