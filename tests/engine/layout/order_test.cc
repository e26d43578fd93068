#include "engine/layout/order.h"

#include <algorithm>

#include "engine/layout/crossings.h"
#include "engine/layout/order_start.h"
#include "engine/layout/sweep.h"
#include "tests/support/drawings.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::uint64_t crossings(std::string_view text) {
  return order_layers(test::layered(test::sketch(text))).crossings;
}

TEST_CASE("what can be drawn without crossings is") {
  CHECK(crossings("a: b c d | b: e f | c: g h | d: i j") == 0);
  CHECK(crossings("a: e | b: d | c: f | d: g | e: h | f: g") == 0);
  CHECK(crossings("a: b c d e | b: f | c: f | d: f | e: f") == 0);
}

TEST_CASE("what cannot has the least there is") {
  CHECK(crossings("a: d e f | b: d e f | c: d e f") == 9);  // K3,3
  CHECK(crossings("a: c d | b: c d") == 1);
}

TEST_CASE("starts are orders, the same every time, and variants differ") {
  std::mt19937 random(8);
  bool differs = false;
  for (int round = 0; round < 100; ++round) {
    const LayeredGraph g = test::layered(test::random_sketch(random, 20, 3));
    for (const Visit visit : {Visit::kDepthDown, Visit::kBreadthDown,
                              Visit::kDepthUp, Visit::kBreadthUp}) {
      const LayerOrder order = start_order(g, visit, 1);
      REQUIRE(test::is_an_order(g, order));
      REQUIRE(start_order(g, visit, 1).position == order.position);
      differs |= start_order(g, visit, 2).position != order.position;
    }
  }
  CHECK(differs);
}

TEST_CASE("sweeps keep orders") {
  std::mt19937 random(9);
  for (int round = 0; round < 300; ++round) {
    const LayeredGraph g = test::layered(test::random_sketch(random, 25, 3));
    const LayerOrder start = start_order(g, Visit::kDepthDown, 3);
    for (const Ties ties : {Ties::kKeep, Ties::kTurn})
      for (const SweepKey key : {SweepKey::kMedian, SweepKey::kMean})
        for (const auto direction :
             {SweepDirection::kDown, SweepDirection::kUp})
          REQUIRE(
              test::is_an_order(g, swept(g, start, {direction, key, ties})));
  }
}

TEST_CASE("the result is an order, counted right, and the same every time") {
  std::mt19937 random(10);
  for (int round = 0; round < 60; ++round) {
    const LayeredGraph g = test::layered(test::random_sketch(random, 25, 3));
    const OrderResult result = order_layers(g);
    REQUIRE(test::is_an_order(g, result.order));
    REQUIRE(result.crossings == count_crossings(g, result.order));
    REQUIRE(order_layers(g).order.position == result.order.position);
  }
}

TEST_CASE("few permutations of small layers are better") {
  // Two layers of up to six: the fewest crossings over all orders of both.
  std::mt19937 random(11);
  std::uint64_t ours = 0, least = 0;
  for (int round = 0; round < 60; ++round) {
    test::Sketch s;
    s.boxes.assign(10, {20, 20});
    for (int i = 0; i < 12; ++i) {
      LayoutLine line;
      line.from = static_cast<std::uint32_t>(random() % 5);
      line.to = static_cast<std::uint32_t>(5 + random() % 5);
      s.lines.push_back(line);
    }
    const std::vector<std::uint32_t> ranks = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
    const LayeredGraph g = layered_graph(s.boxes, s.lines, ranks,
                                         std::vector<std::uint8_t>(12, 0));
    ours += order_layers(g).crossings;
    LayerOrder order = start_order(g, Visit::kBreadthDown, 0);
    std::uint64_t best = count_crossings(g, order);
    std::vector<std::uint32_t> upper = {0, 1, 2, 3, 4};
    do {
      std::vector<std::uint32_t> lower = {5, 6, 7, 8, 9};
      do {
        for (std::uint32_t i = 0; i < 5; ++i) {
          order.layers[0][i] = upper[i];
          order.layers[1][i] = lower[i];
          order.position[upper[i]] = order.position[lower[i]] = i;
        }
        best = std::min(best, count_crossings(g, order, 0));
      } while (std::ranges::next_permutation(lower).found);
    } while (std::ranges::next_permutation(upper).found);
    least += best;
  }
  CHECK(ours <= least + least / 50);
}

}  // namespace
}  // namespace modgraph
