#include "engine/layout/order_search.h"

#include <cmath>

#include "engine/layout/crossings.h"
#include "tests/support/drawings.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("searching makes no order worse, and many better") {
  std::mt19937 random(11);
  OrderOptions options;
  options.max_starts = 1;
  options.max_rounds = 1;
  int better = 0;
  for (int round = 0; round < 60; ++round) {
    const LayeredGraph g = test::layered(test::random_sketch(random, 25, 3));
    const OrderResult start = order_layers(g, options);
    const OrderResult found = searched_order(g, start, options);
    REQUIRE(test::is_an_order(g, found.order));
    REQUIRE(found.crossings == count_crossings(g, found.order));
    REQUIRE(found.crossings <= start.crossings);
    REQUIRE(searched_order(g, start, options).order.position ==
            found.order.position);
    better += found.crossings < start.crossings ? 1 : 0;
  }
  CHECK(better > 20);
}

TEST_CASE("a search without kicks or work is none") {
  std::mt19937 random(12);
  OrderOptions options;
  options.max_starts = options.max_rounds = 1;
  int improvable = 0;
  for (int round = 0; round < 40; ++round) {
    const LayeredGraph g = test::layered(test::random_sketch(random, 25, 3));
    const OrderResult start = order_layers(g, options);
    if (searched_order(g, start).crossings == start.crossings) continue;
    ++improvable;
    OrderOptions none = options;
    none.max_kicks = none.max_tidying_kicks = 0;
    REQUIRE(searched_order(g, start, none).crossings == start.crossings);
    none = options;
    none.kick_limit = none.tidying_limit = 0;
    REQUIRE(searched_order(g, start, none).crossings == start.crossings);
  }
  CHECK(improvable > 0);
}

// How far lines go sideways when layers are packed around their middle.
double sideways(const LayeredGraph& g, const LayerOrder& order) {
  std::vector<double> x(g.vertex_count());
  for (std::uint32_t l = 0; l < g.layer_count; ++l) {
    double end = 0;
    for (const std::uint32_t v : order.layers[l]) {
      x[v] = end + (g.width[v] + 16) / 2;
      end += g.width[v] + 16;
    }
    for (const std::uint32_t v : order.layers[l]) x[v] -= end / 2;
  }
  double sum = 0;
  for (std::uint32_t v = 0; v < g.vertex_count(); ++v)
    for (const std::uint32_t w : g.below[v]) sum += std::abs(x[v] - x[w]);
  return sum;
}

TEST_CASE("among orders with as few crossings, one with short lines") {
  std::mt19937 random(13);
  OrderOptions without;
  without.max_tidying_kicks = 0;
  double saved = 0, all = 0;
  for (int round = 0; round < 40; ++round) {
    const LayeredGraph g = test::layered(test::random_sketch(random, 25, 2));
    const OrderResult start = searched_order(g, order_layers(g), without);
    const OrderResult tidy = searched_order(g, order_layers(g));
    REQUIRE(tidy.crossings <= start.crossings);
    REQUIRE(test::is_an_order(g, tidy.order));
    const double before = sideways(g, start.order);
    if (tidy.crossings == start.crossings) {
      REQUIRE(sideways(g, tidy.order) <= before);
      saved += before - sideways(g, tidy.order);
      all += before;
    }
  }
  CHECK(saved > all / 10);
}

TEST_CASE("boxes without lines have nothing to search") {
  for (const char* text : {"a:", "a: a"}) {
    const LayeredGraph g = test::layered(test::sketch(text));
    CHECK(searched_order(g, order_layers(g)).crossings == 0);
  }
}

}  // namespace
}  // namespace modgraph
