#include "engine/analysis/graph/transitive_reduction.h"

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "ab bc": the edges that are left; "-": above the limit.
std::string reduced(std::string_view text, std::uint64_t limit = 0) {
  const auto graph = test::digraph<ModuleId>(text);
  const auto found =
      transitive_reduction(graph, strongly_connected_components(graph), limit);
  if (!found) return "-";
  std::string out;
  for (ModuleId v : found->vertices())
    for (ModuleId to : found->dependencies(v)) {
      out += out.empty() ? "" : " ";
      out += static_cast<char>('a' + index(v));
      out += static_cast<char>('a' + index(to));
    }
  return out;
}

TEST_CASE("an edge that a longer way replaces goes") {
  CHECK(reduced("a: b c | b: c") == "ab bc");
  CHECK(reduced("a: b c d | b: c | c: d") == "ab bc cd");
  CHECK(reduced("a: b c | b: d | c: d") == "ab ac bd cd");
}

TEST_CASE("two components keep one edge, a component keeps all of its own") {
  CHECK(reduced("a: b c | b: a c") == "ab ac ba");
  CHECK(reduced("a: b c | b: c | c: b a") == "ab ac bc ca cb");
}

TEST_CASE("a way through a component replaces edges too") {
  CHECK(reduced("a: b d | b: c | c: b d") == "ab bc cb cd");
}

TEST_CASE("no reduction above the limit") {
  std::vector<Edge<ModuleId>> edges;
  for (std::uint32_t v = 0; v + 1 < 200; ++v)
    edges.push_back({ModuleId{v}, ModuleId{v + 1}});
  const auto graph = digraph_from_edges<ModuleId>(200, edges);
  const auto components = strongly_connected_components(graph);
  CHECK_FALSE(transitive_reduction(graph, components, 600).has_value());
  CHECK(transitive_reduction(graph, components, 700)->edge_count() == 199);
}

}  // namespace
}  // namespace modgraph
