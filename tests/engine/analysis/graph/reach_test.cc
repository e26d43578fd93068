#include "engine/analysis/graph/reach.h"

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "a2:0" - a reaches two others and is reached by none.
std::string reach(std::string_view text) {
  const auto graph = test::digraph<NodeId>(text);
  const auto found =
      reach_counts(graph, strongly_connected_components(graph), 0);
  std::string out;
  for (NodeId v : graph.vertices())
    out += (out.empty() ? "" : " ") +
           std::string(1, static_cast<char>('a' + index(v))) +
           std::to_string(found->reaches[index(v)]) + ":" +
           std::to_string(found->reached_by[index(v)]);
  return out;
}

TEST_CASE("everything on the way counts once, oneself not at all") {
  CHECK(reach("a: b | b: c") == "a2:0 b1:1 c0:2");
  CHECK(reach("a: b c | b: d | c: d") == "a3:0 b1:1 c1:1 d0:3");
  CHECK(reach("a: a b b") == "a1:0 b0:1");
  CHECK(reach("").empty());
}

TEST_CASE("members of a component reach each other") {
  CHECK(reach("a: b | b: a c | d: a") == "a2:2 b2:2 c0:3 d3:0");
}

TEST_CASE("counts go on where a block of bits ends") {
  // A chain of three blocks and a bit, with a loop across the first border.
  constexpr std::uint32_t kLength = 3 * 512 + 1;
  std::vector<Edge<NodeId>> edges;
  for (std::uint32_t v = 0; v + 1 < kLength; ++v)
    edges.push_back({NodeId{v}, NodeId{v + 1}});
  edges.push_back({NodeId{520}, NodeId{500}});
  const auto graph = digraph_from_edges<NodeId>(kLength, edges);
  const auto found =
      *reach_counts(graph, strongly_connected_components(graph), 0);
  std::size_t wrong = 0;
  for (std::uint32_t v = 0; v < kLength; ++v) {
    const bool in_loop = v >= 500 && v <= 520;
    const std::uint32_t first = in_loop ? 500 : v;
    const std::uint32_t last = in_loop ? 520 : v;
    if (found.reaches[v] != kLength - 1 - first) ++wrong;
    if (found.reached_by[v] != last) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("above the limit of work there is no answer, at it there is") {
  // 64 vertices and 64 edges are 64 words.
  std::vector<Edge<NodeId>> edges;
  for (std::uint32_t v = 0; v < 64; ++v)
    edges.push_back({NodeId{v}, NodeId{(v + 1) % 64}});
  const auto graph = digraph_from_edges<NodeId>(64, edges);
  const auto components = strongly_connected_components(graph);
  CHECK(reach_counts(graph, components, 64).has_value());
  CHECK_FALSE(reach_counts(graph, components, 63).has_value());
  CHECK(reach_counts(graph, components, 0).has_value());
}

TEST_CASE("reachable from several roots") {
  const auto graph = test::digraph<NodeId>("a: b | c: d | e: c");
  const std::vector<NodeId> roots{NodeId{0}, NodeId{2}};
  CHECK(reachable<NodeId>(graph, roots) ==
        std::vector<bool>{true, true, true, true, false});
  CHECK(reachable<NodeId>(graph, {}) == std::vector<bool>(5, false));
}

}  // namespace
}  // namespace modgraph
