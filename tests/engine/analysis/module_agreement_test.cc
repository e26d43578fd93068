// Every analysis of module graphs against its slow reference, in printed names.

#include <array>

#include "engine/analysis/cycles/cycles.h"
#include "tests/support/environment.h"
#include "tests/support/random_graph.h"
#include "tests/support/reference/module_agreement.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string text_of_graph(const ModuleGraph& graph) {
  std::string out;
  for (NodeId from : graph.nodes())
    for (NodeId to : graph.requirements(from))
      out += graph.name(from) + " " + graph.name(to) + "\n";
  return out;
}

TEST_CASE("random module graphs") {
  test::Random random(20240606);
  std::size_t compared = 0;
  std::array<std::size_t, 3> by_class{};
  for (int i = 0; i < 6'000; ++i) {
    const ModuleGraph graph = test::random_module_graph(random, 12);
    INFO(text_of_graph(graph));
    const auto cycles = find_cyclic_components(graph);
    CHECK(reference::about_module_cycles(graph, cycles) == "");
    CHECK(reference::about_requests(graph) == "");
    for (const CyclicComponent& cycle : cycles)
      ++by_class[static_cast<std::size_t>(cycle.cycle_class)];
    compared += 3 + 7 * cycles.size() + 2 * graph.node_count();
  }
  for (std::size_t count : by_class) CHECK(count > 100);
  test::report("random module graphs", compared, "comparisons");
}

TEST_CASE("chains in random module graphs") {
  test::Random random(20240607);
  std::size_t compared = 0;
  for (int i = 0; i < 3'000; ++i) {
    const ModuleGraph graph = test::random_module_graph(random, 8);
    INFO(text_of_graph(graph));
    CHECK(reference::about_shortest_chains(graph) == "");
    compared += 2 * graph.node_count();
  }
  test::report("chains in random module graphs", compared, "comparisons");
}

}  // namespace
}  // namespace modgraph
