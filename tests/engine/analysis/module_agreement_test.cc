// Every analysis of module graphs against its slow reference, in printed names.

#include <algorithm>
#include <array>
#include <set>

#include "engine/analysis/cycles/cycles.h"
#include "engine/analysis/graph/chains.h"
#include "engine/analysis/graph/printed_order.h"
#include "engine/analysis/graph/requirers.h"
#include "engine/analysis/versions/drift.h"
#include "engine/model/selected_graph.h"
#include "tests/support/environment.h"
#include "tests/support/random_graph.h"
#include "tests/support/reference/module_cycles.h"
#include "tests/support/reference/module_requests.h"
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

std::vector<std::string> full_names(const ModuleGraph& graph,
                                    std::span<const NodeId> nodes) {
  std::vector<std::string> out;
  for (NodeId n : nodes) out.push_back(graph.name(n));
  return out;
}

// As a cycle prints its vertices: paths alone in the weaker classes.
std::vector<std::string> vertex_names(const ModuleGraph& graph,
                                      const CyclicComponent& cycle,
                                      const std::vector<NodeId>& nodes) {
  if (cycle.cycle_class == CycleClass::kVersion)
    return full_names(graph, nodes);
  std::vector<std::string> out;
  for (NodeId n : nodes) {
    CHECK(graph.is_selected(n));
    out.emplace_back(graph.path(n));
  }
  return out;
}

void check_cycle(const ModuleGraph& graph, const CyclicComponent& found,
                 const reference::NamedCycle& expected) {
  CHECK(cycle_class_name(found.cycle_class) == expected.cycle_class);
  CHECK(vertex_names(graph, found, found.members) == expected.members);
  CHECK(vertex_names(graph, found, found.shortest_cycle) ==
        expected.shortest_cycle);
  CHECK(std::is_sorted(found.feedback_arcs.begin(), found.feedback_arcs.end()));
  std::set<reference::NamedEdge> removed;
  for (const Edge<NodeId>& e : found.feedback_arcs)
    removed.insert({graph.name(e.from), graph.name(e.to)});
  CHECK(removed.size() == found.feedback_arcs.size());
  for (const auto& edge : removed)
    CHECK(expected.requirements.count(edge) == 1);
  CHECK(reference::is_broken_by(expected, removed));
  CHECK(found.feedback_is_minimum);
  if (expected.members.size() <= 6)
    CHECK(removed.size() == reference::least_feedback_weight_by_orders(
                                reference::feedback_weights(expected)));
}

std::size_t check_cycles(const ModuleGraph& graph,
                         std::array<std::size_t, 3>& by_class) {
  const std::vector<CyclicComponent> found =
      find_cyclic_components(graph, selected_graph(graph), path_graph(graph));
  const auto expected = reference::module_cycles(graph);
  CHECK(found.size() == expected.size());
  for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i)
    check_cycle(graph, found[i], expected[i]);
  for (const CyclicComponent& cycle : found)
    ++by_class[static_cast<std::size_t>(cycle.cycle_class)];
  return 1 + 7 * found.size();
}

std::size_t check_requests(const ModuleGraph& graph) {
  const PrintedOrder order = printed_order(graph);
  CHECK(full_names(graph, order.nodes) == reference::printed_names(graph));
  auto asking = reference::requirers(graph);
  const Rows<NodeId> rows = distinct_requirers(graph, order);
  for (NodeId n : graph.nodes()) {
    const auto& by = asking[graph.name(n)];
    const std::vector<std::string> expected(by.begin(), by.end());
    CHECK(full_names(graph, rows.row(n)) == expected);
    CHECK(full_names(graph, distinct_requirers(graph, n)) == expected);
  }
  std::vector<std::string> lines;
  for (const Drift& drift : find_drift(graph, rows)) {
    std::string line(graph.path(drift.module));
    for (const RequiredVersion& r : drift.required) {
      line += &r == &drift.required.front() ? ": " : "; ";
      line += std::string(graph.version(r.version)) + " <-";
      for (NodeId by : r.by) line += " " + graph.name(by);
    }
    lines.push_back(line + " => " + std::string(graph.version(drift.selected)));
  }
  CHECK(lines == reference::drift_lines(graph));
  return 2 + 2 * graph.node_count();
}

std::size_t check_chains(const ModuleGraph& graph) {
  const ShortestChains chains(graph);
  for (NodeId n : graph.nodes()) {
    const auto expected = reference::smallest_shortest_chain(graph, n);
    CHECK(chains.to(n) == expected);
    CHECK(shortest_chain(graph, n) == expected);
  }
  return 2 * graph.node_count();
}

TEST_CASE("random module graphs") {
  test::Random random(20240606);
  std::size_t compared = 0;
  std::array<std::size_t, 3> by_class{};
  for (int i = 0; i < 6'000; ++i) {
    const ModuleGraph graph = test::random_module_graph(random, 12);
    INFO(text_of_graph(graph));
    compared += check_cycles(graph, by_class) + check_requests(graph);
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
    compared += check_chains(graph);
  }
  test::report("chains in random module graphs", compared, "comparisons");
}

}  // namespace
}  // namespace modgraph
