#include "engine/layout/network_simplex.h"

#include <random>

#include "tests/support/environment.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

struct Problem {
  std::uint32_t points = 0;
  std::vector<Distance> distances;  // tails are below heads: no loop
};

Problem random_problem(std::mt19937& random, std::uint32_t most) {
  Problem out;
  out.points = static_cast<std::uint32_t>(1 + random() % most);
  for (auto n = random() % (std::size_t{2} * out.points); n > 0; --n) {
    Distance d;
    d.tail = static_cast<std::uint32_t>(random() % out.points);
    d.head = static_cast<std::uint32_t>(random() % out.points);
    if (d.tail > d.head) std::swap(d.tail, d.head);
    if (d.tail == d.head) continue;
    d.min_length = static_cast<std::int32_t>(random() % 3);
    d.weight = static_cast<std::int32_t>(random() % 4);
    out.distances.push_back(d);
  }
  return out;
}

// The weighted length; -1 when a distance is not kept.
std::int64_t cost(const Problem& p, const std::vector<std::int32_t>& at) {
  std::int64_t sum = 0;
  for (const Distance& d : p.distances) {
    const std::int32_t length = at[d.head] - at[d.tail];
    if (length < d.min_length) return -1;
    sum += std::int64_t{d.weight} * length;
  }
  return sum;
}

// The least cost of all positions up to `high`.
std::int64_t least_cost(const Problem& p, std::int32_t high) {
  std::vector<std::int32_t> at(p.points, 0);
  std::int64_t best = -1;
  for (;;) {
    const std::int64_t c = cost(p, at);
    if (c >= 0 && (best < 0 || c < best)) best = c;
    std::size_t i = 0;
    while (i < at.size() && at[i] == high) at[i++] = 0;
    if (i == at.size()) return best;
    ++at[i];
  }
}

TEST_CASE("no positions cost less") {
  std::mt19937 random(2);
  std::size_t compared = 0;
  for (int round = 0; round < 2000; ++round) {
    const Problem p = random_problem(random, 5);
    // Positions beyond the sum of all minimum lengths are never needed.
    std::int32_t high = 0;
    for (const Distance& d : p.distances) high += d.min_length;
    if (high > 6) continue;
    const Positions found = network_simplex(p.points, p.distances);
    REQUIRE(found.optimal);
    REQUIRE(cost(p, found.at) == least_cost(p, high));
    ++compared;
  }
  test::report("network simplex", compared, "exhaustive searches");
}

TEST_CASE("any start leads to the same cost") {
  std::mt19937 random(4);
  for (int round = 0; round < 500; ++round) {
    const Problem p = random_problem(random, 30);
    std::vector<std::int32_t> start(p.points);
    for (std::int32_t& at : start)
      at = static_cast<std::int32_t>(random() % 60) - 30;
    SimplexOptions options;
    options.start = start;
    const Positions found = network_simplex(p.points, p.distances, options);
    REQUIRE(found.optimal);
    REQUIRE(cost(p, found.at) ==
            cost(p, network_simplex(p.points, p.distances).at));
  }
}

TEST_CASE("a good start saves work, and a search that ends early keeps it") {
  std::mt19937 random(5);
  int costlier = 0;
  for (int round = 0; round < 100; ++round) {
    const Problem p = random_problem(random, 60);
    const std::vector<std::int32_t> best =
        network_simplex(p.points, p.distances).at;
    SimplexOptions options;
    options.work_limit = 0;
    const std::int64_t early =
        cost(p, network_simplex(p.points, p.distances, options).at);
    options.start = best;
    REQUIRE(cost(p, network_simplex(p.points, p.distances, options).at) ==
            cost(p, best));
    costlier += early > cost(p, best) ? 1 : 0;
  }
  CHECK(costlier > 30);
}

TEST_CASE("every connected part begins at 0") {
  const std::vector<Distance> distances = {{0, 1, 1, 1}, {2, 3, 4, 1}};
  CHECK(network_simplex(5, distances).at ==
        std::vector<std::int32_t>{0, 1, 0, 4, 0});
  CHECK(network_simplex(0, {}).at.empty());
}

TEST_CASE("a stopped search still keeps all distances") {
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    const Problem p = random_problem(random, 30);
    SimplexOptions options;
    options.work_limit = 0;
    REQUIRE(cost(p, network_simplex(p.points, p.distances, options).at) >= 0);
  }
}

TEST_CASE("larger problems: moving no single point makes it cheaper") {
  std::mt19937 random(4);
  for (int round = 0; round < 300; ++round) {
    const Problem p = random_problem(random, 60);
    std::vector<std::int32_t> at = network_simplex(p.points, p.distances).at;
    const std::int64_t best = cost(p, at);
    REQUIRE(best >= 0);
    for (std::int32_t& position : at)
      for (const std::int32_t by : {-1, 1}) {
        position += by;
        const std::int64_t c = cost(p, at);
        REQUIRE((c < 0 || c >= best));
        position -= by;
      }
  }
}

TEST_CASE("a chain of 200,000 points") {
  std::vector<Distance> distances;
  for (std::uint32_t v = 0; v + 1 < 200'000; ++v)
    distances.push_back({v, v + 1, 1, 1});
  CHECK(network_simplex(200'000, distances).at.back() == 199'999);
}

}  // namespace
}  // namespace modgraph
