// All analyses on real requirement graphs, against references that are slow but
// not too slow for a few thousand vertices.

#include <algorithm>
#include <optional>
#include <span>

#include "engine/analysis/graph/exclusive.h"
#include "engine/analysis/graph/printed_order.h"
#include "engine/model/selected_graph.h"
#include "tests/support/corpus.h"
#include "tests/support/reference/module_requests.h"
#include "tests/support/reference/searches.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::size_t check_real_requests(const Project& project, const Analysis& found) {
  const ModuleGraph& graph = project.graph;
  std::vector<std::string> printed;
  for (NodeId n : printed_order(graph).nodes) printed.push_back(graph.name(n));
  CHECK(printed == reference::printed_names(graph));

  auto asking = reference::requirers(graph);
  std::size_t wrong = 0;
  for (NodeId n : graph.nodes()) {
    std::vector<std::string> by;
    for (NodeId r : found.requirers.row(n)) by.push_back(graph.name(r));
    const auto& expected = asking[graph.name(n)];
    if (by != std::vector<std::string>(expected.begin(), expected.end()))
      ++wrong;
  }
  CHECK(wrong == 0);
  CHECK(found.drift.size() == reference::drift_lines(graph).size());
  return 2 + graph.node_count();
}

TEST_CASE("requests and drift of the corpus") {
  test::for_each_module("corpus: requests", check_real_requests);
}

std::size_t check_real_chains(const Project& project, const Analysis& found) {
  const ModuleGraph& graph = project.graph;
  std::vector<NodeId> mains(graph.mains().begin(), graph.mains().end());
  const auto distance = reference::distances(graph.requirements(), mains);
  std::size_t wrong = 0;
  for (NodeId n : graph.nodes()) {
    const std::vector<NodeId> chain = found.chains.to(n);
    const auto expected = distance[index(n)];
    if (chain.empty() ? expected.has_value()
                      : expected != chain.size() - 1 ||
                            !reference::is_walk(graph.requirements(), chain) ||
                            !graph.is_main(chain.front()) || chain.back() != n)
      ++wrong;
  }
  CHECK(wrong == 0);
  return graph.node_count();
}

TEST_CASE("chains of the corpus") {
  test::for_each_module("corpus: chains", check_real_chains);
}

std::size_t check_selected(const Project& project, const Analysis& found) {
  const auto mains = test::main_modules(project.graph);
  const Digraph<ModuleId>& graph = found.selected;
  const auto all = reference::reached(graph, mains);
  std::size_t wrong = 0;
  std::vector<std::uint32_t> reached_by(graph.vertex_count(), 0);
  for (ModuleId m : graph.vertices()) {
    const auto from_here = reference::reached<ModuleId>(graph, {m});
    const auto count = std::count(from_here.begin(), from_here.end(), true);
    if (found.reach->reaches[index(m)] + 1 != count) ++wrong;
    for (ModuleId to : graph.vertices())
      if (from_here[index(to)] && to != m) ++reached_by[index(to)];
    const bool has_slack =
        found.critical_path.slack[index(m)] != CriticalPath::kUnreached;
    if (has_slack != all[index(m)]) ++wrong;
  }
  CHECK(found.reach->reached_by == reached_by);
  CHECK(wrong == 0);
  return 1 + 2 * graph.vertex_count();
}

TEST_CASE("reach counts of the corpus") {
  test::for_each_module("corpus: reach", check_selected);
}

// Without go.mod files every edge counts, so the weight of a module is what is
// no longer reached without it.
std::size_t check_real_exclusive(const Project& project, const Analysis&) {
  const auto mains = test::main_modules(project.graph);
  const auto graph = selected_graph(project.graph);
  const auto found = exclusive_weights(graph, mains, {});
  const auto all = reference::reached(graph, mains);
  std::size_t wrong = 0;
  for (ModuleId m : graph.vertices()) {
    const auto left = reference::reached(graph, mains, m);
    std::uint32_t leaves = 0;
    for (ModuleId to : graph.vertices())
      if (all[index(to)] && !left[index(to)]) ++leaves;
    if (found[index(m)] != leaves) ++wrong;
  }
  CHECK(wrong == 0);
  return graph.vertex_count();
}

TEST_CASE("exclusive weights of the corpus") {
  test::for_each_module("corpus: exclusive weights", check_real_exclusive);
}

bool leads(const Digraph<ModuleId>& graph, std::span<const ModuleId> from,
           std::span<const ModuleId> to) {
  for (ModuleId m : from)
    for (ModuleId next : graph.dependencies(m))
      if (std::find(to.begin(), to.end(), next) != to.end()) return true;
  return false;
}

std::size_t check_critical_path(const Project& project, const Analysis& found) {
  const CriticalPath& path = found.critical_path;
  const auto longest = reference::longest_walks(
      found.selected, test::main_modules(project.graph));
  CHECK(path.length == longest.length);
  std::size_t members = 0;
  for (std::size_t i = 0; i < path.path.size(); ++i) {
    members += path.path[i].size();
    for (ModuleId m : path.path[i]) CHECK(path.slack[index(m)] == 0);
    if (i == 0) continue;
    CHECK(leads(found.selected, path.path[i - 1], path.path[i]));
  }
  CHECK(members == path.length);
  std::size_t wrong = 0;
  for (ModuleId m : found.selected.vertices())
    if (const auto through = longest.through[index(m)];
        through && path.length - *through != path.slack[index(m)])
      ++wrong;
  CHECK(wrong == 0);
  return 2 + path.path.size() + found.selected.vertex_count();
}

TEST_CASE("critical paths of the corpus") {
  test::for_each_module("corpus: critical paths", check_critical_path);
}

}  // namespace
}  // namespace modgraph
