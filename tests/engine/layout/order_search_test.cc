#include "engine/layout/order_search.h"

#include "engine/layout/crossings.h"
#include "tests/support/drawings.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("searching makes no order worse, and many better") {
  std::mt19937 random(11);
  OrderOptions options;
  options.most_starts = 1;
  options.most_rounds = 1;
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
  options.most_starts = options.most_rounds = 1;
  int improvable = 0;
  for (int round = 0; round < 40; ++round) {
    const LayeredGraph g = test::layered(test::random_sketch(random, 25, 3));
    const OrderResult start = order_layers(g, options);
    if (searched_order(g, start).crossings == start.crossings) continue;
    ++improvable;
    OrderOptions none = options;
    none.most_kicks = 0;
    REQUIRE(searched_order(g, start, none).crossings == start.crossings);
    none = options;
    none.kick_limit = 0;
    REQUIRE(searched_order(g, start, none).crossings == start.crossings);
  }
  CHECK(improvable > 0);
}

}  // namespace
}  // namespace modgraph
