// Would a vertex do better elsewhere in the order?
//
// Sifting: one vertex after the other goes to its best place while the others
// stay where they are (R. Rudell, "Dynamic variable ordering for ordered binary
// decision diagrams", ICCAD 1993). A round costs up to O(V^2 + E log E),
// and the number of rounds has no good bound: hence the limit on work.
// Tested by break_set_test.cc, loop_agreement_test.cc.

#include "engine/analysis/sifted_order.h"

#include <algorithm>
#include <utility>

namespace modgraph {
namespace {

class Sifter {
 public:
  Sifter(const LoopGraph& graph, VertexOrder order)
      : graph_(graph), order_(std::move(order)), place_(places(order_)) {}

  std::uint64_t work() const { return work_; }
  VertexOrder order() && { return std::move(order_); }

  // Moves v to its best place; whether that gained anything.
  bool sift(std::uint32_t v) {
    list_crossings(v);
    const std::uint32_t old_place = place_[v];
    std::int64_t weight = 0;  // backwards at v, less that at the very left
    std::int64_t here = 0;
    std::int64_t best = 0;
    std::uint32_t best_place = 0;  // right behind that many vertices
    for (std::size_t i = 0; i < crossings_.size(); ++i) {
      weight += crossings_[i].more;
      const std::uint32_t place = crossings_[i].place;
      if (i + 1 < crossings_.size() && crossings_[i + 1].place == place)
        continue;  // arcs both ways are crossed together
      if (place < old_place) here = weight;
      if (weight < best) {
        best = weight;
        best_place = place + 1;
      }
    }
    if (best == here) return false;
    move(old_place, best_place > old_place ? best_place - 1 : best_place);
    return true;
  }

 private:
  // What moving from left to right past the vertex at `place` adds.
  struct Crossing {
    std::uint32_t place;
    std::int64_t more;
  };

  void list_crossings(std::uint32_t v) {
    crossings_.clear();
    for (const LoopGraph::Arc& arc : graph_.arcs_from(v))
      crossings_.push_back({place_[arc.to], std::int64_t{arc.weight}});
    for (const LoopGraph::Arc& arc : graph_.arcs_to(v))
      crossings_.push_back({place_[arc.to], -std::int64_t{arc.weight}});
    std::sort(
        crossings_.begin(), crossings_.end(),
        [](const Crossing& a, const Crossing& b) { return a.place < b.place; });
    work_ += 4 * crossings_.size();  // sorting them takes more than looking
  }

  void move(std::uint32_t from, std::uint32_t to) {
    const auto at = [&](std::uint32_t place) {
      return order_.begin() + static_cast<std::ptrdiff_t>(place);
    };
    if (from < to)
      std::rotate(at(from), at(from + 1), at(to + 1));
    else
      std::rotate(at(to), at(from), at(from + 1));
    const auto [low, high] = std::minmax(from, to);
    for (std::uint32_t i = low; i <= high; ++i) place_[order_[i]] = i;
    work_ += high - low;
  }

  const LoopGraph& graph_;
  VertexOrder order_;
  std::vector<std::uint32_t> place_;
  std::vector<Crossing> crossings_;
  std::uint64_t work_ = 0;
};

}  // namespace

VertexOrder sifted_order(const LoopGraph& graph, VertexOrder order,
                         std::uint64_t work) {
  Sifter sifter(graph, std::move(order));
  for (bool gained = true; gained;) {
    gained = false;
    for (std::uint32_t v = 0; v < graph.vertex_count; ++v) {
      if (sifter.work() >= work) return std::move(sifter).order();
      if (sifter.sift(v)) gained = true;
    }
  }
  return std::move(sifter).order();
}

}  // namespace modgraph
