// What is the shortest way around in a component?
//
// Breadth-first search against the arcs from every vertex in turn (A. Itai and
// M. Rodeh, "Finding a minimum circuit in a graph", SIAM J. Comput. 1978), cut
// off at the best length so far. A vertex that is done is taken out, and with
// it everything that is on no cycle any more: its cycles have all been seen,
// and a plain ring is finished after one search. O(V * E) at worst; four words
// per vertex.
//
// The first vertex with a cycle of the best length is the smallest on any such
// cycle, so the smallest cycle begins there; the rest is picked step by step
// among the vertices that are as much nearer to the start. Tested by
// shortest_cycle_test.cc, cycles_agreement_test.cc, depth_test.cc.

#include "engine/analysis/cycles/shortest_cycle.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace modgraph {
namespace {

constexpr std::uint32_t kFar = std::numeric_limits<std::uint32_t>::max();

class CycleSearch {
 public:
  explicit CycleSearch(const ComponentGraph& graph)
      : graph_(graph),
        gone_(graph.vertex_count, false),
        distance_(graph.vertex_count, kFar),
        arcs_in_(graph.vertex_count),
        arcs_out_(graph.vertex_count) {
    queue_.reserve(graph.vertex_count);
    for (std::uint32_t v = 0; v < graph.vertex_count; ++v) {
      arcs_in_[v] = static_cast<std::uint32_t>(graph.arcs_to(v).size());
      arcs_out_[v] = static_cast<std::uint32_t>(graph.arcs_from(v).size());
    }
  }

  std::uint64_t work() const { return work_; }
  bool gone(std::uint32_t v) const { return gone_[v]; }

  // The length of a shortest cycle through `start` among the vertices that are
  // left, if it is shorter than `bound`.
  std::optional<std::uint32_t> length_through(std::uint32_t start,
                                              std::uint32_t bound) {
    for (std::uint32_t v : queue_) distance_[v] = kFar;
    queue_.assign(1, start);
    distance_[start] = 0;
    for (std::size_t at = 0; at < queue_.size(); ++at) {
      const std::uint32_t v = queue_[at];
      const std::uint32_t next = distance_[v] + 1;
      if (next >= bound) return std::nullopt;
      work_ += graph_.arcs_to(v).size();
      for (const ComponentGraph::Arc& arc : graph_.arcs_to(v)) {
        if (arc.to == start) return next;
        if (gone_[arc.to] || distance_[arc.to] != kFar) continue;
        distance_[arc.to] = next;
        queue_.push_back(arc.to);
      }
    }
    return std::nullopt;
  }

  // The smallest cycle of `length` through `start`, after length_through() has
  // found that length: every vertex nearer than it has its distance.
  std::vector<std::uint32_t> smallest_cycle(std::uint32_t start,
                                            std::uint32_t length) const {
    std::vector<std::uint32_t> cycle;
    cycle.reserve(std::size_t{length} + 1);
    cycle.push_back(start);
    for (std::uint32_t left = length - 1; left > 0; --left) {
      std::uint32_t next = kFar;
      for (const ComponentGraph::Arc& arc : graph_.arcs_from(cycle.back()))
        if (distance_[arc.to] == left) next = std::min(next, arc.to);
      cycle.push_back(next);
    }
    cycle.push_back(start);
    return cycle;
  }

  // Takes out a vertex, and whatever is on no cycle without it.
  void take_out(std::uint32_t vertex) {
    std::vector<std::uint32_t> going{vertex};
    gone_[vertex] = true;
    const auto lose_arc = [&](std::uint32_t v, std::uint32_t& arcs) {
      if (--arcs > 0 || gone_[v]) return;
      gone_[v] = true;
      going.push_back(v);
    };
    while (!going.empty()) {
      const std::uint32_t v = going.back();
      going.pop_back();
      work_ += graph_.arcs_from(v).size() + graph_.arcs_to(v).size();
      for (const ComponentGraph::Arc& arc : graph_.arcs_from(v))
        lose_arc(arc.to, arcs_in_[arc.to]);
      for (const ComponentGraph::Arc& arc : graph_.arcs_to(v))
        lose_arc(arc.to, arcs_out_[arc.to]);
    }
  }

 private:
  const ComponentGraph& graph_;
  std::vector<bool> gone_;
  std::vector<std::uint32_t> distance_;  // to the start of the last search
  std::vector<std::uint32_t> queue_;     // all that have a distance
  std::vector<std::uint32_t> arcs_in_;   // from vertices that are left
  std::vector<std::uint32_t> arcs_out_;
  std::uint64_t work_ = 0;
};

// A shortest cycle through vertex 0.
ShortestCycle shortest_through_first(const ComponentGraph& graph) {
  CycleSearch search(graph);
  const std::uint32_t length = *search.length_through(0, kFar);
  return {search.smallest_cycle(0, length), false, search.work()};
}

ShortestCycle shortest_of_all(const ComponentGraph& graph) {
  CycleSearch search(graph);
  std::uint32_t best = kFar;
  ShortestCycle out;
  // No arc leads from a vertex to itself here, so two is the least.
  for (std::uint32_t v = 0; v < graph.vertex_count && best > 2; ++v) {
    if (search.gone(v)) continue;
    if (const auto length = search.length_through(v, best)) {
      best = *length;
      out.vertices = search.smallest_cycle(v, best);
    }
    search.take_out(v);
  }
  out.work = search.work();
  return out;
}

}  // namespace

ShortestCycle shortest_cycle(const ComponentGraph& graph,
                             std::uint64_t exact_work) {
  const std::uint64_t work =
      std::uint64_t{graph.vertex_count} * graph.arc_count();
  const bool first_has_self_arc =
      !graph.self_arcs.empty() && graph.self_arcs.front() == 0;
  if (first_has_self_arc || (work <= exact_work && !graph.self_arcs.empty()))
    return {{graph.self_arcs.front(), graph.self_arcs.front()}, true, 1};
  return work <= exact_work ? shortest_of_all(graph)
                            : shortest_through_first(graph);
}

}  // namespace modgraph
