// Which order has even fewer crossings than this one?
//
// An order that no single move improves may be far from the best. So it is
// disturbed a little, in one of two ways: some neighbours are shuffled, or a
// long line goes elsewhere, whole, as no move of one vertex could take it.
// Then it is improved by sifting. What is hardly worse than the best order so
// far is where the search goes on, which leads over low ridges; what is worse
// is taken back.
//
// Many orders have equally few crossings. A second search, in which every step
// has to be better, looks among them for short lines: boxes that are near
// their neighbours make a small drawing.
// Source: H. Lourenco, O. Martin, T. Stutzle, "Iterated local search", 2003; G.
// Dueck, "New optimization heuristics: the great deluge algorithm and the
// record-to-record travel", J. Computational Physics 1993 (the ridge).
// Cost: OrderOptions bounds it. Tested by
// tests/engine/layout/order_search_test.cc.

#include "engine/layout/order_search.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "engine/layout/sequence.h"
#include "engine/layout/sift.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kWidestKick = 8;  // vertices of a layer
constexpr std::uint64_t kRidge = 1;       // crossings above the best order

// How far lines go sideways when every layer is packed around its middle.
class Sideways {
 public:
  explicit Sideways(const LayeredGraph& graph)
      : graph_(graph), x_(graph.vertex_count()) {}

  double length(const LayerOrder& order) {
    for (std::uint32_t l = 0; l < graph_.layer_count; ++l)
      pack(order.layers[l]);
    double sum = 0;
    for (std::uint32_t v = 0; v < graph_.vertex_count(); ++v)
      for (const std::uint32_t w : graph_.below[v])
        sum += std::abs(x_[v] - x_[w]);
    return sum;
  }

 private:
  void pack(std::span<const std::uint32_t> layer) {
    double end = 0;
    for (const std::uint32_t v : layer) {
      const double width = graph_.width[v] + kGap;
      x_[v] = end + width / 2;
      end += width;
    }
    for (const std::uint32_t v : layer) x_[v] -= end / 2;
  }

  static constexpr double kGap = 16;  // about that of boxes and lanes
  const LayeredGraph& graph_;
  std::vector<double> x_;  // by vertex
};

class Search {
 public:
  Search(const LayeredGraph& graph, const OrderResult& start,
         std::uint64_t seed, std::uint64_t work_limit)
      : graph_(graph),
        sifter_(graph, start.order, start.crossings, kFarReach),
        sequence_(seed),
        work_limit_(work_limit) {}

  OrderResult fewer_crossings(std::uint32_t kicks) {
    OrderResult best{sifter_.order(), sifter_.crossings()};
    for (std::uint32_t i = 0; i < kicks && best.crossings > 0 && try_kick();
         ++i) {
      const std::uint64_t now = sifter_.crossings();
      if (now > before_ && now > best.crossings + kRidge)
        sifter_.undo();
      else if (now < best.crossings)
        best = {sifter_.order(), now};
    }
    return best;
  }

  OrderResult shorter_lines(std::uint32_t kicks) {
    OrderResult best{sifter_.order(), sifter_.crossings()};
    Sideways sideways(graph_);
    double least = sideways.length(best.order);
    for (std::uint32_t i = 0; i < kicks && try_kick(); ++i) {
      const std::uint64_t now = sifter_.crossings();
      if (now <= best.crossings) {
        const double length = sideways.length(sifter_.order());
        measured_ += graph_.vertex_count();
        if (now < best.crossings || length < least) {
          least = length;
          best = {sifter_.order(), now};
          continue;
        }
      }
      sifter_.undo();
    }
    return best;
  }

 private:
  // Disturbs and mends, unless there was enough work.
  bool try_kick() {
    if (sifter_.work() + measured_ >= work_limit_) return false;
    before_ = sifter_.crossings();
    sifter_.keep();
    kick();
    sifter_.settle(work_limit_);
    return true;
  }

  void kick() {
    if (sequence_.below(2) == 0) {
      const auto chain = graph_.chains[below(graph_.chains.count())];
      if (chain.size() > 2) return shift_line(chain);
    }
    shuffle_some(below(graph_.layer_count));
  }

  std::uint32_t below(std::uint64_t count) {
    return static_cast<std::uint32_t>(sequence_.below(count));
  }

  // All lanes of a line to one side, by the same share of their layers.
  void shift_line(std::span<const std::uint32_t> chain) {
    constexpr std::int64_t kWhole = 1000;
    const auto share = std::int64_t{below(2 * kWhole + 1)} - kWhole;
    for (const std::uint32_t v : chain.subspan(1, chain.size() - 2)) {
      const std::uint32_t l = graph_.layer[v];
      const std::uint32_t from = sifter_.order().position[v];
      const std::int64_t size = std::ssize(sifter_.order().layers[l]);
      const std::int64_t aside =
          share * std::min<std::int64_t>(size, kFarReach) / kWhole;
      const std::int64_t to =
          std::clamp<std::int64_t>(from + aside, 0, size - 1);
      sifter_.move({l, from, static_cast<std::uint32_t>(to)});
    }
  }

  // A few neighbours of one layer, in another order.
  void shuffle_some(std::uint32_t layer) {
    const std::uint64_t size = sifter_.order().layers[layer].size();
    const std::uint64_t width =
        std::min(size, 2 + sequence_.below(kWidestKick));
    const std::uint32_t first = below(size - width + 1);
    for (auto i = static_cast<std::uint32_t>(width); i > 1; --i)
      sifter_.move({layer, first + i - 1, first + below(i)});
  }

  const LayeredGraph& graph_;
  Sifter sifter_;
  Sequence sequence_;
  std::uint64_t work_limit_;
  std::uint64_t before_ = 0;    // crossings before the last kick
  std::uint64_t measured_ = 0;  // vertices, by Sideways
};

}  // namespace

OrderResult searched_order(const LayeredGraph& graph, const OrderResult& start,
                           const OrderOptions& options) {
  if (graph.below.item_count() == 0) return start;
  const OrderResult few = Search(graph, start, 1, options.kick_limit)
                              .fewer_crossings(options.max_kicks);
  return Search(graph, few, 2, options.tidying_limit)
      .shorter_lines(options.max_tidying_kicks);
}

}  // namespace modgraph
