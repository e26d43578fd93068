// Reduction, cuts and centrality against their references, on random graphs.

#include <cmath>

#include "engine/analysis/graph/betweenness.h"
#include "engine/analysis/graph/components.h"
#include "engine/analysis/graph/requirement_cut.h"
#include "engine/analysis/graph/transitive_reduction.h"
#include "tests/support/environment.h"
#include "tests/support/random_graph.h"
#include "tests/support/reference/structure.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

using Graph = Digraph<ModuleId>;
using reference::Matrix;
using reference::MatrixEdge;

std::vector<MatrixEdge> pairs(const std::vector<Edge<ModuleId>>& edges) {
  std::vector<MatrixEdge> out;
  for (const auto& e : edges) out.emplace_back(index(e.from), index(e.to));
  return out;
}

std::vector<MatrixEdge> pairs(const Graph& graph) {
  std::vector<MatrixEdge> out;
  for (ModuleId v : graph.vertices())
    for (ModuleId to : graph.dependencies(v))
      out.emplace_back(index(v), index(to));
  return out;
}

// As the selected graph is: no repeats, no self-edges.
Graph simple(const Graph& graph) {
  std::vector<Edge<ModuleId>> edges;
  for (ModuleId v : graph.vertices())
    for (ModuleId to : graph.dependencies(v)) edges.push_back({v, to});
  return simple_digraph_from_edges<ModuleId>(graph.vertex_count(), edges);
}

std::size_t check_reduction(const Graph& graph, const Matrix& edges) {
  const auto found =
      transitive_reduction(graph, strongly_connected_components(graph), 0);
  REQUIRE(found.has_value());
  CHECK(pairs(*found) == reference::reduced_edges(edges));
  return 1;
}

std::size_t check_betweenness(const Graph& graph, const Matrix& edges) {
  const auto found = betweenness(graph, 0);
  REQUIRE(found.has_value());
  const std::vector<double> expected = reference::betweenness(edges);
  for (std::size_t v = 0; v < expected.size(); ++v)
    CHECK(std::abs((*found)[v] - expected[v]) < 1e-9);
  return expected.size();
}

std::size_t check_cut(const Graph& graph, const Matrix& edges,
                      const std::vector<std::size_t>& mains,
                      std::size_t target) {
  std::vector<ModuleId> ids;
  for (const std::size_t main : mains)
    ids.push_back(ModuleId{static_cast<std::uint32_t>(main)});
  const auto found =
      requirement_cut(graph, ids, ModuleId{static_cast<std::uint32_t>(target)});
  REQUIRE(found.has_value());
  CHECK(pairs(found->smallest) ==
        reference::smallest_cut(edges, mains, target));
  CHECK(pairs(found->own) == reference::smallest_own_cut(edges, mains, target));
  return 2;
}

TEST_CASE("structure of random graphs") {
  test::Random random(20240610);
  std::size_t compared = 0;
  for (int i = 0; i < 20'000; ++i) {
    const Graph graph = simple(test::random_digraph<ModuleId>(random, 7));
    const Matrix edges = reference::matrix_of(graph);
    compared += check_reduction(graph, edges) + check_betweenness(graph, edges);
    const std::size_t n = graph.vertex_count();
    std::vector<std::size_t> mains{test::below(random, n)};
    if (test::below(random, 3) == 0) mains.push_back(test::below(random, n));
    const std::size_t target = test::below(random, n);
    if (std::find(mains.begin(), mains.end(), target) == mains.end())
      compared += check_cut(graph, edges, mains, target);
  }
  test::report("structure of random graphs", compared, "comparisons");
}

// Blocks of bits begin to matter at 512 components.
TEST_CASE("reductions of larger random graphs") {
  test::Random random(20240611);
  std::size_t compared = 0;
  for (int i = 0; i < 6; ++i) {
    constexpr std::size_t kVertices = 700;
    std::vector<Edge<ModuleId>> edges;
    for (std::size_t e = 0; e < 1500; ++e) {
      const auto a = static_cast<std::uint32_t>(test::below(random, kVertices));
      const auto b = static_cast<std::uint32_t>(test::below(random, kVertices));
      // Mostly one way, so that there are many components.
      const bool turn = test::below(random, 500) == 0;
      edges.push_back({ModuleId{turn ? std::max(a, b) : std::min(a, b)},
                       ModuleId{turn ? std::min(a, b) : std::max(a, b)}});
    }
    const Graph graph = simple_digraph_from_edges<ModuleId>(kVertices, edges);
    compared += check_reduction(graph, reference::matrix_of(graph));
  }
  test::report("reductions of larger graphs", compared, "comparisons");
}

}  // namespace
}  // namespace modgraph
