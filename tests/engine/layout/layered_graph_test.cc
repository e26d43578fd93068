#include "engine/layout/layered_graph.h"

#include "engine/layout/acyclic.h"
#include "engine/layout/ranks.h"
#include "tests/support/drawings.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("a long line gets a lane in each layer that it passes") {
  const LayeredGraph g = test::layered(test::sketch("a: b d | b: c | c: d"));
  CHECK(g.layer_count == 4);
  CHECK(g.vertex_count() == 6);
  REQUIRE(g.chains[1].size() == 4);
  for (std::uint32_t i = 0; i < 4; ++i) CHECK(g.layer[g.chains[1][i]] == i);
}

TEST_CASE("a label stands on a lane") {
  const LayeredGraph g = test::layered(test::sketch("a: b="));
  REQUIRE(g.label[0] != LayeredGraph::kNoLabel);
  CHECK(g.width[g.label[0]] == 10);
  CHECK(g.layer[g.label[0]] == 1);
}

TEST_CASE("a line from a box to itself has no lane") {
  const LayeredGraph g = test::layered(test::sketch("a: a b"));
  CHECK(g.chains[0].empty());
  CHECK(g.lines_without_lanes == 0);
}

TEST_CASE("neighbours mirror each other, one layer apart") {
  std::mt19937 random(6);
  for (int round = 0; round < 300; ++round) {
    const LayeredGraph g = test::layered(test::random_sketch(random, 20, 3));
    std::size_t down = 0, up = 0;
    for (std::uint32_t v = 0; v < g.vertex_count(); ++v) {
      for (const std::uint32_t w : g.below[v]) {
        REQUIRE(g.layer[w] == g.layer[v] + 1);
        ++down;
      }
      up += g.above[v].size();
      if (g.is_box(v)) continue;
      REQUIRE(g.above[v].size() == 1);
      REQUIRE(g.below[v].size() == 1);
    }
    REQUIRE(down == up);
  }
}

TEST_CASE("with too many lanes the longest lines get none") {
  test::Sketch s = test::sketch("a: b c d | b: c d | c: d");
  const auto against = lines_against_flow(s.box_count(), s.lines);
  const auto ranks = assign_ranks(s.box_count(), s.lines, against);
  LaneOptions options;
  options.lane_limit = 2;  // a-c and b-d need one each, a-d two
  const LayeredGraph g =
      layered_graph(s.boxes, s.lines, ranks, against, options);
  CHECK(g.lines_without_lanes == 1);
  CHECK(g.chains[2].empty());
  CHECK(g.vertex_count() == 6);
}

}  // namespace
}  // namespace modgraph
