// Enumerated cycles against a search that tries every walk.

#include <algorithm>

#include "engine/analysis/cycles/cycle_enumeration.h"
#include "tests/support/environment.h"
#include "tests/support/random_graph.h"
#include "tests/support/reference/structure.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

ComponentGraph loop_graph_of(const reference::Matrix& edges) {
  std::vector<std::uint32_t> begins{0};
  std::vector<ComponentGraph::Arc> arcs;
  std::vector<std::uint32_t> self_arcs;
  for (std::uint32_t v = 0; v < edges.size(); ++v) {
    for (std::uint32_t w = 0; w < edges.size(); ++w) {
      if (!edges[v][w]) continue;
      if (v == w)
        self_arcs.push_back(v);
      else
        arcs.push_back({w, 1});
    }
    begins.push_back(static_cast<std::uint32_t>(arcs.size()));
  }
  return component_graph(begins, arcs, self_arcs);
}

std::size_t check_enumeration(const reference::Matrix& edges) {
  const ComponentGraph graph = loop_graph_of(edges);
  const auto expected = reference::all_loops(edges);
  const EnumeratedCycles found =
      enumerate_cycles(graph, {.max_cycles = 100'000});
  CHECK(found.cycles == expected);
  CHECK_FALSE(found.truncated);
  if (expected.empty()) return 2;
  // A part of them, and the word that it is one.
  const std::size_t most = expected.size() - 1;
  const EnumeratedCycles part = enumerate_cycles(graph, {.max_cycles = most});
  CHECK(part.truncated);
  CHECK(part.cycles.size() == most);
  for (const auto& cycle : part.cycles)
    CHECK(std::find(expected.begin(), expected.end(), cycle) != expected.end());
  return 4 + most;
}

TEST_CASE("cycles of all graphs of four vertices") {
  std::size_t compared = 0;
  for (std::uint64_t set = 0; set < 65'536; ++set)
    compared += check_enumeration(
        reference::matrix_of(test::digraph_of_bits<NodeId>(4, set)));
  test::report("cycles of all graphs of four vertices", compared,
               "comparisons");
}

TEST_CASE("cycles of random graphs") {
  test::Random random(20240612);
  std::size_t compared = 0;
  for (int i = 0; i < 20'000; ++i)
    compared += check_enumeration(
        reference::matrix_of(test::random_digraph<NodeId>(random, 6)));
  test::report("cycles of random graphs", compared, "comparisons");
}

}  // namespace
}  // namespace modgraph
