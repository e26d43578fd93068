#include "engine/layout/place.h"

#include "engine/layout/brandes_koepf.h"
#include "engine/layout/order.h"
#include "tests/support/drawings.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// Whether neighbours in a layer keep their distances.
bool keeps_distances(const LayeredGraph& g, const LayerOrder& order,
                     const std::vector<double>& x,
                     const PlaceOptions& options) {
  for (std::uint32_t l = 0; l < order.layers.count(); ++l) {
    const auto layer = order.layers[l];
    for (std::size_t i = 1; i < layer.size(); ++i)
      if (x[layer[i]] - x[layer[i - 1]] <
          least_distance(g, layer[i - 1], layer[i], options.gaps) - 1e-6)
        return false;
  }
  return true;
}

TEST_CASE("vertices keep their order and distances, by both methods") {
  std::mt19937 random(12);
  const PlaceOptions options;
  for (int round = 0; round < 150; ++round) {
    const LayeredGraph g = test::layered(test::random_sketch(random, 20, 3));
    const LayerOrder order = order_layers(g).order;
    const Ports ports = spread_ports(g, order, 9);
    REQUIRE(keeps_distances(g, order, place_vertices(g, order, ports, options),
                            options));
    REQUIRE(keeps_distances(g, order, brandes_koepf(g, order, options.gaps),
                            options));
  }
}

TEST_CASE("the inside of a long line is straight, by both methods") {
  // One long line beside a chain.
  const LayeredGraph g =
      test::layered(test::sketch("a: b f | b: c | c: d | d: e | e: f"));
  const LayerOrder order = order_layers(g).order;
  const PlaceOptions options;
  const auto lanes = g.chains[1];
  REQUIRE(lanes.size() == 6);
  for (const auto& x :
       {place_vertices(g, order, spread_ports(g, order, 9), options),
        brandes_koepf(g, order, options.gaps)})
    for (std::size_t i = 2; i + 1 < lanes.size(); ++i)
      CHECK(x[lanes[i]] == x[lanes[1]]);
}

TEST_CASE("a chain is one straight line") {
  const LayeredGraph g = test::layered(test::chain(50));
  const LayerOrder order = order_layers(g).order;
  const auto x = place_vertices(g, order, spread_ports(g, order, 9));
  for (const double value : x) CHECK(value == x[0]);
}

TEST_CASE("the exact method bends lines less than the fast one") {
  std::mt19937 random(13);
  PlaceOptions fast;
  fast.exact_limit = 0;
  double exact_bends = 0, fast_bends = 0;
  const auto bends = [](const LayeredGraph& g, const std::vector<double>& x) {
    double sum = 0;
    for (std::uint32_t v = 0; v < g.vertex_count(); ++v)
      for (const std::uint32_t w : g.below[v]) sum += std::abs(x[v] - x[w]);
    return sum;
  };
  for (int round = 0; round < 100; ++round) {
    const LayeredGraph g = test::layered(test::random_sketch(random, 30, 2));
    const LayerOrder order = order_layers(g).order;
    const Ports ports = spread_ports(g, order, 0);
    exact_bends += bends(g, place_vertices(g, order, ports));
    fast_bends += bends(g, place_vertices(g, order, ports, fast));
  }
  CHECK(exact_bends < fast_bends);
}

TEST_CASE("ports lie on their box, in the order of the other ends") {
  const LayeredGraph g = test::layered(test::sketch("a: b c d e"));
  const LayerOrder order = order_layers(g).order;
  const Ports ports = spread_ports(g, order, 9);
  std::vector<std::pair<std::uint32_t, double>> ends;
  for (std::uint32_t line = 0; line < 4; ++line)
    ends.emplace_back(order.position[g.chains[line].back()], ports.upper[line]);
  std::sort(ends.begin(), ends.end());
  for (std::size_t i = 0; i < 4; ++i)
    CHECK(ends[i].second == Approx(9 * (static_cast<double>(i) - 1.5)));
  // Forty lines share the 60 units of their box.
  test::Sketch fan = test::sketch("a");
  fan.boxes.assign(41, {60, 20});
  for (std::uint32_t v = 1; v <= 40; ++v) {
    LayoutLine line;
    line.to = v;
    fan.lines.push_back(line);
  }
  const LayeredGraph f = test::layered(fan);
  for (const double offset : spread_ports(f, order_layers(f).order, 9).upper)
    CHECK(std::abs(offset) <= 24.001);
}

}  // namespace
}  // namespace modgraph
