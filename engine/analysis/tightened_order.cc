// Which requirements lead backwards without need?
//
// A backward arc may be turned unless forward arcs lead from its target to its
// source. Then only what lies between the two places has to be rearranged
// (D. Pearce and P. Kelly, "A dynamic topological sort algorithm for directed
// acyclic graphs", J. Exp. Algorithmics 2006): vertices that reach the source
// move in front of those that the target reaches. One pass is enough, since
// forward arcs only become more. O(arcs between the two places) for each
// backward arc: hence the limit on work.
// Tested by break_set_test.cc, loop_agreement_test.cc.

#include "engine/analysis/tightened_order.h"

#include <algorithm>
#include <utility>

namespace modgraph {
namespace {

class Tightener {
 public:
  Tightener(const LoopGraph& graph, VertexOrder order)
      : graph_(graph),
        order_(std::move(order)),
        place_(places(order_)),
        mark_(order_.size(), 0) {}

  std::uint64_t work() const { return work_; }
  VertexOrder order() && { return std::move(order_); }

  // Turns the arc forwards if that is possible.
  void turn(const LoopArc& arc) {
    if (place_[arc.from] < place_[arc.to]) return;
    if (reaches(arc.to, arc.from)) return;
    const std::vector<std::uint32_t> behind = std::exchange(found_, {});
    collect_leading_to(arc.from, place_[arc.to]);
    rearrange(behind);
  }

 private:
  // Whether forward arcs lead from `from` to `to`; else found_ is everything
  // up to there that they lead to.
  bool reaches(std::uint32_t from, std::uint32_t to) {
    begin(from);
    for (std::size_t at = 0; at < found_.size(); ++at) {
      const std::uint32_t v = found_[at];
      work_ += graph_.arcs_from(v).size();
      for (const LoopGraph::Arc& arc : graph_.arcs_from(v)) {
        if (place_[arc.to] < place_[v]) continue;
        if (arc.to == to) return true;
        if (place_[arc.to] < place_[to]) find(arc.to);
      }
    }
    return false;
  }

  // found_ becomes everything from `first_place` on that leads to `to`.
  void collect_leading_to(std::uint32_t to, std::uint32_t first_place) {
    begin(to);
    for (std::size_t at = 0; at < found_.size(); ++at) {
      const std::uint32_t v = found_[at];
      work_ += graph_.arcs_to(v).size();
      for (const LoopGraph::Arc& arc : graph_.arcs_to(v))
        if (place_[arc.to] < place_[v] && place_[arc.to] > first_place)
          find(arc.to);
    }
  }

  // The found vertices take the first of the places that they and those in
  // `behind` have now; each group keeps its own order.
  void rearrange(std::vector<std::uint32_t> behind) {
    const auto by_place = [&](std::uint32_t a, std::uint32_t b) {
      return place_[a] < place_[b];
    };
    // Sorting takes about as many steps for each as looking at eight arcs.
    work_ += 8 * (found_.size() + behind.size());
    std::sort(found_.begin(), found_.end(), by_place);
    std::sort(behind.begin(), behind.end(), by_place);
    found_.insert(found_.end(), behind.begin(), behind.end());
    std::vector<std::uint32_t> free_places;
    for (std::uint32_t v : found_) free_places.push_back(place_[v]);
    std::sort(free_places.begin(), free_places.end());
    for (std::size_t i = 0; i < found_.size(); ++i) {
      place_[found_[i]] = free_places[i];
      order_[free_places[i]] = found_[i];
    }
  }

  void begin(std::uint32_t v) {
    ++round_;
    found_.clear();
    find(v);
  }

  void find(std::uint32_t v) {
    if (std::exchange(mark_[v], round_) != round_) found_.push_back(v);
  }

  const LoopGraph& graph_;
  VertexOrder order_;
  std::vector<std::uint32_t> place_;
  std::vector<std::uint32_t> found_;
  std::vector<std::uint64_t> mark_;  // by vertex: the round that found it
  std::uint64_t round_ = 0;
  std::uint64_t work_ = 0;
};

}  // namespace

VertexOrder tightened_order(const LoopGraph& graph, VertexOrder order,
                            std::uint64_t work) {
  const std::vector<LoopArc> arcs = backward_arcs(graph, order);
  Tightener tightener(graph, std::move(order));
  for (const LoopArc& arc : arcs) {
    if (tightener.work() >= work) break;
    tightener.turn(arc);
  }
  return std::move(tightener).order();
}

}  // namespace modgraph
