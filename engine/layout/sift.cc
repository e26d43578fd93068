// Where in its layer does a vertex cause the fewest crossings?
//
// With everything else fixed, what changes when a vertex passes another one of
// its layer depends on these two alone, so a walk to both sides finds the best
// place exactly. Afterwards those connected with it, and those it has passed,
// are worth a look; no other is looked at again. With a reach of one place
// this is transposition.
// Source: C. Matuszewski, R. Schoenfeld, P. Molitor, "Using sifting for k-layer
// straightline crossing minimization", Graph Drawing 1999; E. Gansner, E.
// Koutsofios, S. North, K. Vo, "A technique for drawing directed graphs", IEEE
// TSE 1993, section 3 (transposition); J. Bentley, "Fast algorithms for
// geometric traveling salesman problems", ORSA J. Computing 1992 ("don't look
// bits": the queue of those worth a look).
// Cost: a look at one vertex takes O(1 + its pieces). Every move of settle()
// removes a crossing.
// Tested by tests/engine/layout/sift_test.cc.

#include "engine/layout/sift.h"

#include <algorithm>
#include <utility>

namespace modgraph {
namespace {

constexpr std::uint32_t kMany = 0xffffffff;

// What it does to the crossings on one side of a layer that a vertex comes to
// are left of another one.
class Passing {
 public:
  // `places` are those of the vertex's neighbours, ascending; `memory` has to
  // outlive the answer.
  Passing(std::span<const std::uint32_t> places,
          std::vector<std::int32_t>& memory) {
    auto change = static_cast<std::int32_t>(places.size());
    memory.assign(1, change);
    if (!places.empty()) first_ = static_cast<std::int32_t>(places.front()) - 1;
    for (std::size_t i = 0; i < places.size();) {
      const std::uint32_t place = places[i];
      std::int32_t lines = 0;  // to this place
      for (; i < places.size() && places[i] == place; ++i) ++lines;
      memory.push_back(change - lines);
      change -= 2 * lines;
      const std::uint32_t next = i < places.size() ? places[i] : place + 2;
      memory.insert(memory.end(), next - place - 1, change);
    }
    changes_ = memory.data();
    last_ = static_cast<std::int32_t>(memory.size()) - 1;
  }

  // The change through a neighbour of the other vertex at `place`: the vertex's
  // own neighbours beyond it minus those before it. Without a branch, because
  // it cannot be foretold.
  std::int32_t change(std::uint32_t place) const {
    const std::int32_t at = static_cast<std::int32_t>(place) - first_;
    return changes_[std::min(std::max(at, 0), last_)];
  }

 private:
  const std::int32_t* changes_ = nullptr;
  std::int32_t first_ = 0;  // the place of changes_[0]; the same before it
  std::int32_t last_ = 0;   // in changes_; the same after it
};

}  // namespace

// The other vertices of a layer, seen from one that may pass them.
class Sifter::View {
 public:
  View(const Sifter& sifter, Passing above, Passing below)
      : graph_(sifter.graph_),
        ends_(sifter.ends_.data()),
        places_(sifter.order_.position.data()),
        above_(above),
        below_(below) {}

  // The change in crossings when the one moves to the left of `other`.
  std::int64_t change_beside(std::uint32_t other) const {
    const Ends ends = ends_[other];
    if (ends.above != kMany)
      return above_.change(places_[ends.above]) +
             below_.change(places_[ends.below]);
    std::int64_t change = 0;
    for (const std::uint32_t w : graph_.above[other])
      change += above_.change(places_[w]);
    for (const std::uint32_t w : graph_.below[other])
      change += below_.change(places_[w]);
    return change;
  }

 private:
  const LayeredGraph& graph_;
  const Ends* ends_;
  const std::uint32_t* places_;
  Passing above_, below_;
};

Sifter::Sifter(const LayeredGraph& graph, LayerOrder order,
               std::uint64_t crossings, std::uint32_t reach)
    : graph_(graph),
      order_(std::move(order)),
      crossings_(crossings),
      reach_(reach),
      waits_(graph.vertex_count(), 0),
      kept_crossings_(crossings) {
  ends_.reserve(graph.vertex_count());
  for (std::uint32_t v = 0; v < graph.vertex_count(); ++v) {
    const auto above = graph.above[v], below = graph.below[v];
    const bool lane = above.size() == 1 && below.size() == 1;
    ends_.push_back(lane ? Ends{above[0], below[0]} : Ends{kMany, kMany});
  }
}

Sifter::View Sifter::view_from(std::uint32_t v) {
  const auto passing = [&](std::span<const std::uint32_t> neighbours,
                           std::vector<std::int32_t>& memory) {
    places_.clear();
    for (const std::uint32_t w : neighbours)
      places_.push_back(order_.position[w]);
    if (places_.size() > 1) std::ranges::sort(places_);
    return Passing(places_, memory);
  };
  return {*this, passing(graph_.above[v], above_),
          passing(graph_.below[v], below_)};
}

void Sifter::sift_later(std::uint32_t v) {
  if (waits_[v] != 0) return;
  waits_[v] = 1;
  waiting_.push_back(v);
}

void Sifter::settle(std::uint64_t work_limit) {
  while (!waiting_.empty() && work_ < work_limit) {
    const std::uint32_t v = waiting_.front();
    waiting_.pop_front();
    waits_[v] = 0;
    sift(v);
  }
}

void Sifter::sift(std::uint32_t v) {
  const auto layer = order_.layers[graph_.layer[v]];
  const std::uint32_t from = order_.position[v];
  const std::uint32_t first = from > reach_ ? from - reach_ : 0;
  const auto last = static_cast<std::uint32_t>(
      std::min<std::size_t>(std::size_t{from} + reach_, layer.size() - 1));
  const View view = view_from(v);
  std::int64_t change = 0, best = 0;
  std::uint32_t to = from;
  for (std::uint32_t i = from; i-- > first;) {
    change += view.change_beside(layer[i]);
    if (change < best) best = change, to = i;
  }
  change = 0;
  for (std::uint32_t i = from + 1; i <= last; ++i) {
    change -= view.change_beside(layer[i]);
    if (change < best) best = change, to = i;
  }
  work_ += last - first + 1;
  if (to != from) take({graph_.layer[v], from, to}, best);
}

void Sifter::move(Move m) {
  const auto layer = order_.layers[m.layer];
  const View view = view_from(layer[m.from]);
  std::int64_t change = 0;
  for (std::uint32_t i = m.from; i-- > m.to;)
    change += view.change_beside(layer[i]);
  for (std::uint32_t i = m.from + 1; i <= m.to; ++i)
    change -= view.change_beside(layer[i]);
  if (m.from != m.to) take(m, change);
}

void Sifter::take(Move m, std::int64_t change) {
  crossings_ = static_cast<std::uint64_t>(
      static_cast<std::int64_t>(crossings_) + change);
  moves_.push_back(m);
  shift(m);
  const auto layer = order_.layers[m.layer];
  const std::uint32_t v = layer[m.to];
  for (const std::uint32_t w : graph_.above[v]) sift_later(w);
  for (const std::uint32_t w : graph_.below[v]) sift_later(w);
  const auto [low, high] = std::minmax(m.from, m.to);
  for (std::uint32_t i = low; i <= high; ++i) sift_later(layer[i]);
}

void Sifter::shift(Move m) {
  const auto layer = order_.layers[m.layer];
  const auto at = [&](std::uint32_t place) { return layer.begin() + place; };
  if (m.to < m.from)
    std::rotate(at(m.to), at(m.from), at(m.from) + 1);
  else
    std::rotate(at(m.from), at(m.from) + 1, at(m.to) + 1);
  const auto [low, high] = std::minmax(m.from, m.to);
  for (std::uint32_t i = low; i <= high; ++i) order_.position[layer[i]] = i;
}

void Sifter::keep() {
  moves_.clear();
  kept_crossings_ = crossings_;
}

void Sifter::undo() {
  for (std::size_t i = moves_.size(); i-- > 0;)
    shift({moves_[i].layer, moves_[i].to, moves_[i].from});
  moves_.clear();
  crossings_ = kept_crossings_;
}

}  // namespace modgraph
