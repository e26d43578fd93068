// Which order of a small component lets the least weight lead backwards?
//
// Dynamic programming over the sets that can stand in front (E. Lawler, "A
// comment on minimum feedback arc sets", IEEE Trans. Circuit Theory 1964): the
// last vertex of a set pays for its arcs into the rest of it. Sets that already
// cost the bound are not followed. Time O(2^V * V), memory 2^V words.
//
// cost[S]: the least weight backwards within S; kUnknown while none is found.
// The weight of arcs from v into S is looked up by bytes of S.
// Tested by break_set_test.cc, loop_agreement_test.cc.

#include "engine/analysis/exact_order.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

namespace modgraph {
namespace {

constexpr std::uint32_t kUnknown = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kBytes = (kMostExactVertices + 7) / 8;

// Weights of one vertex's arcs into any set of vertices.
class ArcsInto {
 public:
  ArcsInto(const LoopGraph& graph, std::uint32_t v) {
    std::array<std::uint32_t, kBytes * 8> weight{};
    for (const LoopGraph::Arc& arc : graph.arcs_from(v))
      weight[arc.to] = arc.weight;
    for (std::size_t byte = 0; byte < kBytes; ++byte)
      for (std::size_t bits = 1; bits < 256; ++bits)
        table_[byte][bits] =
            table_[byte][bits & (bits - 1)] +
            weight[byte * 8 + static_cast<std::size_t>(std::countr_zero(bits))];
  }

  std::uint32_t weight(std::uint32_t set) const {
    std::uint32_t sum = 0;
    for (std::size_t byte = 0; byte < kBytes; ++byte)
      sum += table_[byte][(set >> (8 * byte)) & 0xff];
    return sum;
  }

 private:
  std::array<std::array<std::uint32_t, 256>, kBytes> table_{};
};

// Walks the table back from the full set: who can have been last?
VertexOrder order_behind(const std::vector<std::uint32_t>& cost,
                         const std::vector<ArcsInto>& arcs) {
  VertexOrder order;
  auto set = static_cast<std::uint32_t>(cost.size() - 1);
  while (set != 0) {
    for (std::uint32_t v = 0;; ++v) {
      const std::uint32_t without = set & ~(1U << v);
      if (without == set || cost[without] == kUnknown) continue;
      if (cost[without] + arcs[v].weight(without) != cost[set]) continue;
      order.push_back(v);
      set = without;
      break;
    }
  }
  std::reverse(order.begin(), order.end());
  return order;
}

}  // namespace

std::optional<VertexOrder> best_order_below(const LoopGraph& graph,
                                            std::uint64_t bound) {
  std::vector<ArcsInto> arcs;
  arcs.reserve(graph.vertex_count);
  for (std::uint32_t v = 0; v < graph.vertex_count; ++v)
    arcs.emplace_back(graph, v);
  std::vector<std::uint32_t> cost(std::size_t{1} << graph.vertex_count,
                                  kUnknown);
  const auto full = static_cast<std::uint32_t>(cost.size() - 1);
  cost[0] = 0;
  for (std::uint32_t set = 0; set < full; ++set) {
    if (cost[set] == kUnknown) continue;
    for (std::uint32_t rest = full & ~set; rest != 0; rest &= rest - 1) {
      const auto v = static_cast<std::uint32_t>(std::countr_zero(rest));
      const std::uint32_t with = cost[set] + arcs[v].weight(set);
      std::uint32_t& best = cost[set | (1U << v)];
      if (with < bound && with < best) best = with;
    }
  }
  if (cost[full] == kUnknown) return std::nullopt;
  return order_behind(cost, arcs);
}

}  // namespace modgraph
