#include "engine/layout/crossings.h"

#include "engine/layout/order_start.h"
#include "tests/support/drawings.h"
#include "tests/support/environment.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// All pairs of pieces between all neighbouring layers.
std::uint64_t all_pairs(const LayeredGraph& g, const LayerOrder& order) {
  struct Piece {
    std::uint32_t upper, lower;
  };
  std::uint64_t crossings = 0;
  for (std::uint32_t l = 0; l + 1 < g.layer_count; ++l) {
    std::vector<Piece> pieces;
    for (const std::uint32_t v : order.layers[l])
      for (const std::uint32_t w : g.below[v])
        pieces.push_back({order.position[v], order.position[w]});
    for (const Piece& a : pieces)
      for (const Piece& b : pieces)
        crossings += a.upper < b.upper && a.lower > b.lower ? 1U : 0U;
  }
  return crossings;
}

TEST_CASE("crossings are counted as all pairs are") {
  std::mt19937 random(7);
  std::uint64_t sum = 0;
  for (int round = 0; round < 1000; ++round) {
    const LayeredGraph g = test::layered(test::random_sketch(random, 25, 4));
    const LayerOrder order =
        start_order(g, Visit::kBreadthDown, static_cast<std::uint32_t>(round));
    REQUIRE(count_crossings(g, order) == all_pairs(g, order));
    sum += all_pairs(g, order);
  }
  test::report("crossings", sum, "crossings");
}

}  // namespace
}  // namespace modgraph
