// Which order of a small component lets the least weight lead backwards?
//
// Dynamic programming over the sets that can come first (E. Lawler, "A
// comment on minimum feedback arc sets", IEEE Trans. Circuit Theory 1964): the
// last vertex of a set pays for its arcs into the rest of it. Sets that already
// cost the bound are not followed. Time O(2^V * V), memory 2^V words.
//
// cost[S]: the least weight backwards within S; kUnknown while none is found.
// The weight of arcs from v into S is looked up by bytes of S.
// Tested by feedback_arc_set_test.cc, cycles_agreement_test.cc.

#include "engine/analysis/cycles/feedback_arc_set_exact.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <utility>

#include "engine/base/huge_pages.h"

namespace modgraph {
namespace {

constexpr std::uint32_t kUnknown = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kBytes = (kMaxExactVertices + 7) / 8;

// Weights of one vertex's arcs into any set of vertices.
class ArcsInto {
 public:
  ArcsInto(const ComponentGraph& graph, std::uint32_t v) {
    std::array<std::uint32_t, kBytes * 8> weight{};
    for (const ComponentGraph::Arc& arc : graph.arcs_from(v))
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

std::optional<VertexOrder> best_order_below(const ComponentGraph& graph,
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

// How much must be removed at least to leave no cycle?
//
// Of cycles that share no requirement, each must lose one of its own; and if an
// arc stands for several requirements it may take part in as many cycles. Such
// cycles are collected one by one: a backward arc of the order, and the
// shortest way back over forward arcs that have something left. Short cycles
// come first, as they use up least. A lower bound only, since what is collected
// greedily need not be the most. O(E) per cycle: hence the limit on work.
// Tested by feedback_arc_set_test.cc, cycles_agreement_test.cc.

namespace {

constexpr std::uint32_t kNoWay = std::numeric_limits<std::uint32_t>::max();

class Packing {
 public:
  Packing(const ComponentGraph& graph, const VertexOrder& order)
      : graph_(graph),
        place_(places(order)),
        left_(huge_vector<std::uint32_t>(graph.outgoing.size())),
        arrival_(huge_vector<Arrival>(graph.vertex_count)),
        distance_(huge_vector(graph.vertex_count, kNoWay)) {
    reserve_huge(queue_, graph.vertex_count);
    for (std::size_t i = 0; i < left_.size(); ++i)
      left_[i] = graph.outgoing[i].weight;
  }

  std::uint64_t work() const { return work_; }
  DisjointCycles cycles(bool is_complete) && {
    return {weight_, std::move(left_), is_complete};
  }

  // Takes cycles through all backward arcs of v, back in at most `length` arcs.
  void take_cycles(std::uint32_t v, std::uint32_t length) {
    for (std::uint32_t i = graph_.outgoing_begin[v];
         i < graph_.outgoing_begin[v + 1]; ++i) {
      const std::uint32_t to = graph_.outgoing[i].to;
      if (place_[to] > place_[v]) continue;
      while (left_[i] > 0 && find_way(to, v, length)) take_way(i, to);
    }
  }

 private:
  // How the search came to a vertex: an index into the arcs.
  struct Arrival {
    std::uint32_t from;
    std::uint32_t arc;
  };

  bool find_way(std::uint32_t from, std::uint32_t to, std::uint32_t length) {
    for (std::uint32_t v : queue_) distance_[v] = kNoWay;
    queue_.assign(1, from);
    distance_[from] = 0;
    for (std::size_t at = 0; at < queue_.size(); ++at) {
      const std::uint32_t v = queue_[at];
      if (distance_[v] == length) return false;
      for (std::uint32_t i = graph_.outgoing_begin[v];
           i < graph_.outgoing_begin[v + 1]; ++i) {
        ++work_;
        const std::uint32_t next = graph_.outgoing[i].to;
        if (left_[i] == 0 || place_[next] < place_[v] ||
            place_[next] > place_[to] || distance_[next] != kNoWay)
          continue;
        distance_[next] = distance_[v] + 1;
        arrival_[next] = {v, i};
        if (next == to) {
          end_ = to;
          queue_.push_back(next);
          return true;
        }
        queue_.push_back(next);
      }
    }
    return false;
  }

  // Uses up the way that was found, and the arc that closes it.
  void take_way(std::uint32_t closing_arc, std::uint32_t begin) {
    std::uint32_t least = left_[closing_arc];
    for (std::uint32_t v = end_; v != begin; v = arrival_[v].from)
      least = std::min(least, left_[arrival_[v].arc]);
    left_[closing_arc] -= least;
    for (std::uint32_t v = end_; v != begin; v = arrival_[v].from)
      left_[arrival_[v].arc] -= least;
    weight_ += least;
  }

  const ComponentGraph& graph_;
  std::vector<std::uint32_t> place_;
  std::vector<std::uint32_t> left_;  // weight, by arc
  std::vector<Arrival> arrival_;     // by vertex
  std::vector<std::uint32_t> distance_;
  std::vector<std::uint32_t> queue_;  // all that have a distance
  std::uint32_t end_ = 0;             // of the way that was found
  std::uint64_t work_ = 0;
  std::uint64_t weight_ = 0;
};

}  // namespace

DisjointCycles disjoint_cycles(const ComponentGraph& graph,
                               const VertexOrder& order, std::uint64_t work) {
  Packing packing(graph, order);
  for (const std::uint32_t length : std::array{1U, 2U, kNoWay}) {
    for (std::uint32_t v = 0; v < graph.vertex_count; ++v) {
      if (packing.work() >= work) return std::move(packing).cycles(false);
      packing.take_cycles(v, length);
    }
  }
  return std::move(packing).cycles(true);
}

}  // namespace modgraph
