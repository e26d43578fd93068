// Which order has even fewer crossings than this one?
//
// An order that no single move improves may be far from the best. So it is
// disturbed a little, in one of two ways: some neighbours are shuffled, or a
// long line goes elsewhere, whole, as no move of one vertex could take it.
// Then it is mended by sifting. What is hardly worse than the best order so far
// is where the search goes on, which leads over low ridges; what is worse is
// taken back.
// Source: H. Lourenco, O. Martin, T. Stutzle, "Iterated local search", 2003; G.
// Dueck, "New optimization heuristics: the great deluge algorithm and the
// record-to-record travel", J. Computational Physics 1993 (the ridge).
// Cost: OrderOptions bounds it. Tested by
// tests/engine/layout/order_search_test.cc.

#include "engine/layout/order_search.h"

#include <algorithm>

#include "engine/layout/sequence.h"
#include "engine/layout/sift.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kWidestKick = 8;  // vertices of a layer
constexpr std::int64_t kFarthest = 80;    // places that a line goes sideways
constexpr std::uint32_t kReach = 80;
constexpr std::uint64_t kRidge = 1;  // crossings above the best order

class Search {
 public:
  Search(const LayeredGraph& graph, const OrderResult& start)
      : graph_(graph), sifter_(graph, start.order, start.crossings, kReach) {}

  OrderResult run(OrderResult best, const OrderOptions& options) {
    for (std::uint32_t i = 0;
         i < options.most_kicks && sifter_.work() < options.kick_limit &&
         best.crossings > 0;
         ++i) {
      const std::uint64_t before = sifter_.crossings();
      sifter_.keep();
      kick();
      sifter_.settle(options.kick_limit);
      const std::uint64_t now = sifter_.crossings();
      if (now > before && now > best.crossings + kRidge)
        sifter_.undo();
      else if (now < best.crossings)
        best = {sifter_.order(), now};
    }
    return best;
  }

 private:
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
      const std::int64_t aside = share * std::min(size, kFarthest) / kWhole;
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
  Sequence sequence_{1};
};

}  // namespace

OrderResult searched_order(const LayeredGraph& graph, OrderResult best,
                           const OrderOptions& options) {
  if (best.crossings == 0) return best;
  Search search(graph, best);
  return search.run(std::move(best), options);
}

}  // namespace modgraph
