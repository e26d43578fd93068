#include "engine/analysis/graph/betweenness.h"

#include <cmath>

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "a0 b1 c0", in tenths where they are not whole: "b0.5".
std::string between(std::string_view text) {
  const auto found = betweenness(test::digraph<ModuleId>(text));
  std::string out;
  for (std::size_t v = 0; v < found->size(); ++v) {
    const long tenths = std::lround((*found)[v] * 10);
    out += out.empty() ? "" : " ";
    out += static_cast<char>('a' + v);
    out += std::to_string(tenths / 10);
    if (tenths % 10 != 0) out += "." + std::to_string(tenths % 10);
  }
  return out;
}

TEST_CASE("what lies between others") {
  CHECK(between("a: b | b: c") == "a0 b1 c0");
  CHECK(between("a: b | b: c | c: d") == "a0 b2 c2 d0");
  CHECK(between("a: b c | b: d | c: d") == "a0 b0.5 c0.5 d0");
}

TEST_CASE("a shorter way around counts alone") {
  CHECK(between("a: b d | b: c | c: d") == "a0 b1 c1 d0");
}

// 2^3000 shortest chains: more than a double can count.
TEST_CASE("more chains than numbers for them") {
  constexpr std::uint32_t kLayers = 3000;
  std::vector<Edge<ModuleId>> edges;
  for (std::uint32_t layer = 0; layer + 1 < kLayers; ++layer)
    for (std::uint32_t i = 0; i < 4; ++i)
      edges.push_back(
          {ModuleId{2 * layer + i / 2}, ModuleId{2 * layer + 2 + i % 2}});
  const auto graph =
      digraph_from_edges<ModuleId>(std::size_t{2} * kLayers, edges);
  const auto found = betweenness(graph);
  REQUIRE(found.has_value());
  // Half of the pairs above and below it.
  const double middle = (*found)[kLayers];
  CHECK(std::isfinite(middle));
  CHECK(std::abs(middle - 0.5 * kLayers * (kLayers - 2.0)) < 1e-3);
}

TEST_CASE("no centrality above the limit") {
  CHECK_FALSE(betweenness(test::digraph<ModuleId>("a: b | b: c"), 5));
}

}  // namespace
}  // namespace modgraph
