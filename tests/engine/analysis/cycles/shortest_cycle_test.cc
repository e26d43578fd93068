#include "engine/analysis/cycles/shortest_cycle.h"

#include "tests/support/component_graph.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kAlwaysExact = ~std::uint64_t{0};

// "a b c a", with "?" behind it when it need not be the shortest.
std::string cycle(std::string_view text,
                  std::uint64_t exact_work = kAlwaysExact) {
  const ShortestCycle found =
      shortest_cycle(test::component_graph(text), exact_work);
  std::string out;
  for (std::uint32_t v : found.vertices)
    out +=
        (out.empty() ? "" : " ") + std::string(1, static_cast<char>('a' + v));
  return out + (found.is_exact ? "" : " ?");
}

TEST_CASE("a ring is its own shortest cycle") {
  CHECK(cycle("a: b | b: a") == "a b a");
  CHECK(cycle("b: c | c: a | a: b") == "a b c a");
}

TEST_CASE("a short cycle beats a long one, wherever it is") {
  CHECK(cycle("a: b | b: c | c: d a | d: e | e: d a") == "d e d");
  CHECK(cycle("a: b | b: c | c: d | d: e a | e: f | f: d") == "d e f d");
}

TEST_CASE("of equally short cycles the smallest, from its smallest vertex") {
  CHECK(cycle("a: d c | d: a | c: a") == "a c a");
  CHECK(cycle("a: c b | b: d | c: d | d: a") == "a b d a");
  CHECK(cycle("a: e | e: b d | b: c | d: c | c: a b e") == "b c b");
}

TEST_CASE("a vertex that requires itself is the shortest cycle of all") {
  CHECK(cycle("a: a") == "a a");
  CHECK(cycle("a: b | b: a c | c: a c b") == "c c");
}

TEST_CASE("above the limit of work, the shortest through the first vertex") {
  // Five vertices and seven arcs: work 35.
  const std::string_view text = "a: b | b: c | c: d a | d: e | e: d a";
  CHECK(cycle(text, 35) == "d e d");
  CHECK(cycle(text, 34) == "a b c a ?");
  // A cycle at the first vertex itself is known to be the shortest.
  CHECK(cycle("a: a b | b: a", 0) == "a a");
  CHECK(cycle("a: b | b: a b", 0) == "a b a ?");
}

}  // namespace
}  // namespace modgraph
