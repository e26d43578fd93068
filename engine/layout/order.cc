// In which order are the vertices of each layer?
//
// Finding the fewest crossings is NP-hard even for two layers (M. Garey, D.
// Johnson 1983), so: from several starts, sort the layers by their neighbours
// downwards and upwards in turn, keep the best order seen, and sift it. Small
// drawings can afford many starts.
// Source: K. Sugiyama, S. Tagawa, M. Toda, "Methods for visual understanding of
// hierarchical system structures" 1981; sweep.cc, sift.cc.
// Cost: OrderOptions bounds it; at least one start with two rounds of O(pieces
// * log(layer size)). Tested by tests/engine/layout/order_test.cc.

#include "engine/layout/order.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "engine/layout/crossings.h"
#include "engine/layout/order_start.h"
#include "engine/layout/sift.h"
#include "engine/layout/sweep.h"

namespace modgraph {
namespace {

// Rounds without a better order before a start is given up.
constexpr std::uint32_t kPatience = 6;

// How much of the options the size of the drawing leaves.
struct Effort {
  std::uint32_t starts;
  std::uint32_t rounds;
  std::uint32_t reach;
};

Effort affordable(const LayeredGraph& graph, const OrderOptions& options) {
  const std::uint64_t size = std::max<std::uint64_t>(
      std::uint64_t{graph.vertex_count()} + graph.below.item_count(), 1);
  const auto share = [size](std::uint64_t limit, std::uint32_t least,
                            std::uint32_t most) {
    return static_cast<std::uint32_t>(
        std::clamp<std::uint64_t>(limit / size, std::min(least, most), most));
  };
  return {share(options.start_limit, 1, options.max_starts),
          share(options.round_limit, 2, options.max_rounds),
          size <= options.sift_limit ? kFarReach : 1};
}

// Sorts the layers until that makes nothing better.
OrderResult sweep_often(const LayeredGraph& graph, LayerOrder now,
                        std::uint32_t rounds, SweepKey key) {
  OrderResult best{now, count_crossings(graph, now)};
  std::uint32_t stale = 0;
  for (std::uint32_t round = 0; round < rounds && best.crossings > 0; ++round) {
    SweepStyle style;
    style.key = key;
    style.direction =
        round % 2 == 0 ? SweepDirection::kDown : SweepDirection::kUp;
    style.ties = round % 4 < 2 ? Ties::kKeep : Ties::kTurn;
    now = swept(graph, std::move(now), style);
    const std::uint64_t crossings = count_crossings(graph, now);
    if (crossings < best.crossings) {
      best = {now, crossings};
      stale = 0;
    } else if (++stale == kPatience) {
      break;
    }
  }
  return best;
}

// Every vertex to its best place within reach, until none has a better one.
OrderResult sifted(const LayeredGraph& graph, OrderResult result,
                   std::uint32_t reach) {
  Sifter sifter(graph, std::move(result.order), result.crossings, reach);
  for (std::uint32_t l = 0; l < graph.layer_count; ++l)
    for (const std::uint32_t v : sifter.order().layers[l]) sifter.sift_later(v);
  sifter.settle(std::numeric_limits<std::uint64_t>::max());
  return {sifter.order(), sifter.crossings()};
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
    OrderResult result = sweep_often(
        graph, start_order(graph, kVisits[i % 4], i / 4), effort.rounds, key);
    if (result.crossings > 0)
      result = sifted(graph, std::move(result), effort.reach);
    if (i == 0 || result.crossings < best.crossings) best = std::move(result);
    if (best.crossings == 0) break;
  }
  return best;
}

}  // namespace modgraph
