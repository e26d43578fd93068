// How much must be removed at least to leave no loop?
//
// Of loops that share no requirement, each must lose one of its own; and if an
// arc stands for several requirements it may take part in as many loops. Such
// loops are collected one by one: a backward arc of the order, and the shortest
// way back over forward arcs that have something left. Short loops come first,
// as they use up least. A lower bound only, since what is collected greedily
// need not be the most. O(E) per loop: hence the limit on work.
// Tested by break_set_test.cc, loop_agreement_test.cc.

#include "engine/analysis/disjoint_loops.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace modgraph {
namespace {

constexpr std::uint32_t kFar = std::numeric_limits<std::uint32_t>::max();

class Packing {
 public:
  Packing(const LoopGraph& graph, const VertexOrder& order)
      : graph_(graph),
        place_(places(order)),
        left_(graph.outgoing.size()),
        arrival_(graph.vertex_count),
        distance_(graph.vertex_count, kFar) {
    for (std::size_t i = 0; i < left_.size(); ++i)
      left_[i] = graph.outgoing[i].weight;
  }

  std::uint64_t work() const { return work_; }
  DisjointLoops loops(bool is_complete) && {
    return {weight_, std::move(left_), is_complete};
  }

  // Takes loops through all backward arcs of v, back in at most `most` arcs.
  void take_loops(std::uint32_t v, std::uint32_t most) {
    for (std::uint32_t i = graph_.outgoing_begin[v];
         i < graph_.outgoing_begin[v + 1]; ++i) {
      const std::uint32_t to = graph_.outgoing[i].to;
      if (place_[to] > place_[v]) continue;
      while (left_[i] > 0 && find_way(to, v, most)) take_way(i, to);
    }
  }

 private:
  // How the search came to a vertex: an index into the arcs.
  struct Arrival {
    std::uint32_t from;
    std::uint32_t arc;
  };

  bool find_way(std::uint32_t from, std::uint32_t to, std::uint32_t most) {
    for (std::uint32_t v : queue_) distance_[v] = kFar;
    queue_.assign(1, from);
    distance_[from] = 0;
    for (std::size_t at = 0; at < queue_.size(); ++at) {
      const std::uint32_t v = queue_[at];
      if (distance_[v] == most) return false;
      for (std::uint32_t i = graph_.outgoing_begin[v];
           i < graph_.outgoing_begin[v + 1]; ++i) {
        ++work_;
        const std::uint32_t next = graph_.outgoing[i].to;
        if (left_[i] == 0 || place_[next] < place_[v] ||
            place_[next] > place_[to] || distance_[next] != kFar)
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

  const LoopGraph& graph_;
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

DisjointLoops disjoint_loops(const LoopGraph& graph, const VertexOrder& order,
                             std::uint64_t work) {
  Packing packing(graph, order);
  for (const std::uint32_t most : std::array{1U, 2U, kFar}) {
    for (std::uint32_t v = 0; v < graph.vertex_count; ++v) {
      if (packing.work() >= work) return std::move(packing).loops(false);
      packing.take_loops(v, most);
    }
  }
  return std::move(packing).loops(true);
}

}  // namespace modgraph
