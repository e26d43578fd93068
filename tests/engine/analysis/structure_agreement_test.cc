// Reduction, cuts and centrality against their references, on random graphs.

#include <algorithm>

#include "tests/support/environment.h"
#include "tests/support/random_graph.h"
#include "tests/support/reference/plain_agreement.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

using Graph = Digraph<ModuleId>;
using reference::Matrix;

TEST_CASE("structure of random graphs") {
  test::Random random(20240610);
  std::size_t compared = 0;
  for (int i = 0; i < 20'000; ++i) {
    const Graph graph =
        reference::simple(test::random_digraph<ModuleId>(random, 7));
    const Matrix edges = reference::matrix_of(graph);
    CHECK(reference::about_reduction(graph, edges) == "");
    CHECK(reference::about_betweenness(graph, edges) == "");
    compared += 1 + graph.vertex_count();
    const std::size_t n = graph.vertex_count();
    std::vector<std::size_t> mains{test::below(random, n)};
    if (test::below(random, 3) == 0) mains.push_back(test::below(random, n));
    const std::size_t target = test::below(random, n);
    if (std::find(mains.begin(), mains.end(), target) != mains.end()) continue;
    CHECK(reference::about_cut(graph, edges, mains, target) == "");
    compared += 2;
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
    CHECK(reference::about_reduction(graph, reference::matrix_of(graph)) == "");
    ++compared;
  }
  test::report("reductions of larger graphs", compared, "comparisons");
}

}  // namespace
}  // namespace modgraph
