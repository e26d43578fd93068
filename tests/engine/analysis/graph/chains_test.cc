#include "engine/analysis/graph/chains.h"

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

NodeId node(const ModuleGraph& graph, std::string_view name) {
  for (NodeId n : graph.nodes())
    if (test::short_name(graph, n) == name) return n;
  throw std::invalid_argument("no such vertex");
}

// Both ways of asking must agree.
std::string chain_to(std::string_view text, std::string_view target) {
  const ModuleGraph graph = test::module_graph(text);
  const NodeId to = node(graph, target);
  const std::vector<NodeId> found = shortest_chain(graph, to);
  const ShortestChains chains(graph);
  CHECK(chains.to(to) == found);
  CHECK(chains.reaches(to) == !found.empty());
  return test::short_names(graph, found);
}

TEST_CASE("the shortest way from a main module") {
  CHECK(chain_to("A: B1 | B1: C1", "C1") == "A B1 C1");
  CHECK(chain_to("A: B1 C1 | B1: C1", "C1") == "A C1");
  CHECK(chain_to("A: B1", "A") == "A");
}

TEST_CASE("unselected versions lead on") {
  CHECK(chain_to("A: B1 B2 | B1: C1", "C1") == "A B1 C1");
}

TEST_CASE("of equally short chains the one with the smallest ids") {
  CHECK(chain_to("A: C1 B1 | C1: D1 | B1: D1", "D1") == "A B1 D1");
  // Go's order: B9 is smaller than B10.
  CHECK(chain_to("A: B10 B9 | B10: C1 | B9: C1", "C1") == "A B9 C1");
  // The beginning decides, not the end.
  CHECK(chain_to("A: C1 B1 | C1: D1 | B1: E1 | D1: F1 | E1: F1", "F1") ==
        "A B1 E1 F1");
}

TEST_CASE("any main module may begin") {
  CHECK(chain_to("A: B1 | B1: C1 | M: C1", "C1") == "M C1");
  CHECK(chain_to("A: C1 | M: C1", "C1") == "A C1");
}

TEST_CASE("what no main module leads to has no chain") {
  CHECK(chain_to("A: B1 | C1: D1", "D1").empty());
}

TEST_CASE("a chain without the direct requirement") {
  const ModuleGraph graph =
      test::module_graph("A: C1 B1 | B1: D1 | D1: C1 | C1: B1");
  CHECK(test::short_names(graph, shortest_chain_without(graph, node(graph, "A"),
                                                        node(graph, "C1"))) ==
        "A B1 D1 C1");
  CHECK(shortest_chain_without(graph, node(graph, "A"), node(graph, "B1")) ==
        std::vector{node(graph, "A"), node(graph, "C1"), node(graph, "B1")});
}

}  // namespace
}  // namespace modgraph
