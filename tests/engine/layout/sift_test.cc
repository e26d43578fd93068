#include "engine/layout/sift.h"

#include <limits>

#include "engine/layout/crossings.h"
#include "engine/layout/order_start.h"
#include "engine/layout/sequence.h"
#include "tests/support/drawings.h"
#include "tests/support/environment.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kAlways = std::numeric_limits<std::uint64_t>::max();

Sifter sifter_of(const LayeredGraph& g, std::uint32_t reach) {
  LayerOrder order = start_order(g, Visit::kDepthDown, 3);
  const std::uint64_t crossings = count_crossings(g, order);
  return {g, std::move(order), crossings, reach};
}

// A vertex of a layer with at least two, to another place of it.
Move random_move(const LayeredGraph& g, const Sifter& sifter,
                 Sequence& sequence) {
  Move m;
  for (int tries = 0; tries < 20; ++tries) {
    m.layer = static_cast<std::uint32_t>(sequence.below(g.layer_count));
    const auto size = sifter.order().layers[m.layer].size();
    m.from = static_cast<std::uint32_t>(sequence.below(size));
    m.to = static_cast<std::uint32_t>(sequence.below(size));
    if (m.from != m.to) break;
  }
  return m;
}

// The fewest crossings that exchanging two vertices side by side leads to.
std::uint64_t least_by_one_exchange(const LayeredGraph& g,
                                    const LayerOrder& order) {
  std::uint64_t least = count_crossings(g, order);
  for (std::uint32_t l = 0; l < g.layer_count; ++l)
    for (std::uint32_t i = 1; i < order.layers[l].size(); ++i) {
      Sifter one(g, order, count_crossings(g, order), 1);
      one.move({l, i, i - 1});
      least = std::min(least, count_crossings(g, one.order()));
    }
  return least;
}

TEST_CASE("moves are counted right, and undone") {
  std::mt19937 random(21);
  std::size_t moves = 0;
  for (int round = 0; round < 200; ++round) {
    const LayeredGraph g = test::layered(test::random_sketch(random, 25, 3));
    Sifter sifter = sifter_of(g, 80);
    Sequence sequence(static_cast<std::uint64_t>(round));
    sifter.keep();
    const std::vector<std::uint32_t> before = sifter.order().position;
    const std::uint64_t crossings = sifter.crossings();
    for (int i = 0; i < 20; ++i, ++moves) {
      sifter.move(random_move(g, sifter, sequence));
      REQUIRE(test::is_an_order(g, sifter.order()));
      REQUIRE(sifter.crossings() == count_crossings(g, sifter.order()));
    }
    sifter.undo();
    REQUIRE(test::is_an_order(g, sifter.order()));
    REQUIRE(sifter.order().position == before);
    REQUIRE(sifter.crossings() == crossings);
  }
  test::report("sifter", moves, "moves counted");
}

TEST_CASE("settling never adds crossings, and ends where no neighbours gain") {
  std::mt19937 random(22);
  for (const std::uint32_t reach : {1U, 2U, 80U})
    for (int round = 0; round < 40; ++round) {
      const LayeredGraph g = test::layered(test::random_sketch(random, 16, 3));
      Sifter sifter = sifter_of(g, reach);
      const std::uint64_t before = sifter.crossings();
      for (std::uint32_t v = 0; v < g.vertex_count(); ++v) sifter.sift_later(v);
      sifter.settle(kAlways);
      REQUIRE(test::is_an_order(g, sifter.order()));
      REQUIRE(sifter.crossings() == count_crossings(g, sifter.order()));
      REQUIRE(sifter.crossings() <= before);
      REQUIRE(least_by_one_exchange(g, sifter.order()) == sifter.crossings());
    }
}

TEST_CASE("the limit of work is kept") {
  std::mt19937 random(23);
  const LayeredGraph g = test::layered(test::random_sketch(random, 25, 3));
  Sifter sifter = sifter_of(g, 80);
  for (std::uint32_t v = 0; v < g.vertex_count(); ++v) sifter.sift_later(v);
  sifter.settle(1);
  const std::uint64_t one = sifter.work();
  CHECK(one > 0);
  sifter.settle(one);
  CHECK(sifter.work() == one);
  sifter.settle(kAlways);
  CHECK(sifter.work() > one);
}

}  // namespace
}  // namespace modgraph
