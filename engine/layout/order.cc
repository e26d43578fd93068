// In which order do the vertices of each layer stand?
//
// Finding the fewest crossings is NP-hard even for two layers (M. Garey, D.
// Johnson 1983), so: from several starts, sort the layers by their neighbours
// downwards and upwards in turn, exchange neighbours where that helps, and keep
// the best order seen. Small drawings can afford many starts; and then the best
// is disturbed a little and mended again, many times, keeping what is no worse
// (iterated local search: H. Lourenco, O. Martin, T. Stutzle 2003).
// Source: see sweep.cc.
// Cost: OrderOptions bounds it; at least one start with two rounds of O(pieces
// * log(layer size)). Tested by tests/engine/layout/order_test.cc.

#include "engine/layout/order.h"

#include <algorithm>
#include <utility>

#include "engine/layout/crossings.h"
#include "engine/layout/order_start.h"
#include "engine/layout/sequence.h"
#include "engine/layout/sweep.h"

namespace modgraph {
namespace {

// Rounds without a better order before a start is given up.
constexpr std::uint32_t kPatience = 6;
constexpr int kSiftPasses = 8;
constexpr int kMendPasses = 3;
constexpr std::uint64_t kWidestKick = 8;  // vertices of a layer

// How much of the options the size of the drawing leaves.
struct Effort {
  std::uint32_t starts;
  std::uint32_t rounds;
  bool sift;
  std::uint32_t kicks;
};

Effort affordable(const LayeredGraph& graph, const OrderOptions& options) {
  const std::uint64_t size = std::max<std::uint64_t>(
      std::uint64_t{graph.vertex_count()} + graph.below.item_count(), 1);
  const auto share = [size](std::uint64_t limit, std::uint32_t least,
                            std::uint32_t most) {
    return static_cast<std::uint32_t>(
        std::clamp<std::uint64_t>(limit / size, std::min(least, most), most));
  };
  return {share(options.start_limit, 1, options.most_starts),
          share(options.round_limit, 2, options.most_rounds),
          size <= options.sift_limit,
          static_cast<std::uint32_t>(std::min<std::uint64_t>(
              options.kick_limit / (size * size), options.most_kicks))};
}

OrderResult judged(const LayeredGraph& graph, LayerOrder order) {
  const std::uint64_t crossings = count_crossings(graph, order);
  return {std::move(order), crossings};
}

// Improves one start until it stops getting better.
OrderResult improve(const LayeredGraph& graph, LayerOrder start,
                    std::uint32_t rounds, SweepKey key) {
  OrderResult best =
      judged(graph, transposed(graph, std::move(start), Ties::kKeep));
  LayerOrder now = best.order;
  std::uint32_t stale = 0;
  for (std::uint32_t round = 0; round < rounds && best.crossings > 0; ++round) {
    SweepStyle style;
    style.key = key;
    style.direction =
        round % 2 == 0 ? SweepDirection::kDown : SweepDirection::kUp;
    style.ties = round % 4 < 2 ? Ties::kKeep : Ties::kTurn;
    now = transposed(graph, swept(graph, std::move(now), style), style.ties);
    OrderResult result = judged(graph, now);
    if (result.crossings < best.crossings) {
      best = std::move(result);
      stale = 0;
    } else if (++stale == kPatience) {
      break;
    }
  }
  return best;
}

// A few neighbours of one layer, and often of the next, in another order.
void kick(LayerOrder& order, Sequence& sequence) {
  const std::uint64_t first = sequence.below(order.layers.count());
  const std::uint64_t last = std::min<std::uint64_t>(first + sequence.below(2),
                                                     order.layers.count() - 1);
  for (std::uint64_t l = first; l <= last; ++l) {
    const auto layer = order.layers[static_cast<std::uint32_t>(l)];
    const std::uint64_t width =
        std::min<std::uint64_t>(layer.size(), 2 + sequence.below(kWidestKick));
    const std::uint64_t from = sequence.below(layer.size() - width + 1);
    shuffle(layer.subspan(from, width), sequence);
    for (std::uint32_t i = 0; i < layer.size(); ++i)
      order.position[layer[i]] = i;
  }
}

}  // namespace

OrderResult order_layers(const LayeredGraph& graph,
                         const OrderOptions& options) {
  static constexpr Visit kVisits[] = {Visit::kDepthDown, Visit::kBreadthDown,
                                      Visit::kDepthUp, Visit::kBreadthUp};
  const Effort effort = affordable(graph, options);
  OrderResult best;
  for (std::uint32_t i = 0; i < effort.starts; ++i) {
    const SweepKey key = i / 4 % 2 == 0 ? SweepKey::kMedian : SweepKey::kMean;
    OrderResult result = improve(
        graph, start_order(graph, kVisits[i % 4], i / 4), effort.rounds, key);
    if (effort.sift && result.crossings > 0)
      result =
          judged(graph, sifted(graph, std::move(result.order), kSiftPasses));
    if (i == 0 || result.crossings < best.crossings) best = std::move(result);
    if (best.crossings == 0) break;
  }
  return best;
}

OrderResult searched_order(const LayeredGraph& graph, OrderResult best,
                           const OrderOptions& options) {
  const std::uint32_t kicks = affordable(graph, options).kicks;
  Sequence sequence(1);
  OrderResult now = best;
  for (std::uint32_t i = 0; i < kicks && best.crossings > 0; ++i) {
    LayerOrder order = now.order;
    kick(order, sequence);
    OrderResult result = judged(
        graph, sifted(graph, transposed(graph, std::move(order), Ties::kKeep),
                      kMendPasses));
    if (result.crossings > now.crossings) continue;
    now = std::move(result);
    if (now.crossings < best.crossings) best = now;
  }
  return best;
}

}  // namespace modgraph
