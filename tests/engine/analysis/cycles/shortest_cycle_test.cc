#include "engine/analysis/cycles/shortest_cycle.h"

#include "tests/support/loop_graph.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kAlways = ~std::uint64_t{0};

// "a b c a", with "?" behind it when it need not be the shortest.
std::string loop(std::string_view text, std::uint64_t exact_work = kAlways) {
  const ShortestLoop found = shortest_loop(test::loop_graph(text), exact_work);
  std::string out;
  for (std::uint32_t v : found.vertices)
    out +=
        (out.empty() ? "" : " ") + std::string(1, static_cast<char>('a' + v));
  return out + (found.is_exact ? "" : " ?");
}

TEST_CASE("a ring is its own shortest loop") {
  CHECK(loop("a: b | b: a") == "a b a");
  CHECK(loop("b: c | c: a | a: b") == "a b c a");
}

TEST_CASE("a short loop beats a long one, wherever it is") {
  CHECK(loop("a: b | b: c | c: d a | d: e | e: d a") == "d e d");
  CHECK(loop("a: b | b: c | c: d | d: e a | e: f | f: d") == "d e f d");
}

TEST_CASE("of equally short loops the smallest, from its smallest vertex") {
  CHECK(loop("a: d c | d: a | c: a") == "a c a");
  CHECK(loop("a: c b | b: d | c: d | d: a") == "a b d a");
  CHECK(loop("a: e | e: b d | b: c | d: c | c: a b e") == "b c b");
}

TEST_CASE("a vertex that requires itself is the shortest loop of all") {
  CHECK(loop("a: a") == "a a");
  CHECK(loop("a: b | b: a c | c: a c b") == "c c");
}

TEST_CASE("above the limit of work, the shortest through the first vertex") {
  // Five vertices and seven arcs: work 35.
  const std::string_view text = "a: b | b: c | c: d a | d: e | e: d a";
  CHECK(loop(text, 35) == "d e d");
  CHECK(loop(text, 34) == "a b c a ?");
  // A loop at the first vertex itself is known to be the shortest.
  CHECK(loop("a: a b | b: a", 0) == "a a");
  CHECK(loop("a: b | b: a b", 0) == "a b a ?");
}

}  // namespace
}  // namespace modgraph
