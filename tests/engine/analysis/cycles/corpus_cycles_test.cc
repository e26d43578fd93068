// Cycles, raised requirements and the agreement of inputs, on real modules.

#include <algorithm>
#include <set>

#include "engine/analysis/cycles/cycles.h"
#include "engine/model/selected_graph.h"
#include "tests/support/corpus.h"
#include "tests/support/reference/searches.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

using Removed = std::set<Edge<NodeId>>;

// What a class looks at, less some requirements. Vertices are node ids in class
// version, module ids in the others.
Digraph<NodeId> looked_at(const ModuleGraph& graph, CycleClass cycle_class,
                          const Removed& removed = {}) {
  std::vector<Edge<NodeId>> edges;
  const auto is_module = [&](NodeId n) {
    return graph.kind(graph.module_of(n)) == ModuleKind::kModule;
  };
  for (NodeId from : graph.nodes()) {
    if (!is_module(from)) continue;
    if (cycle_class == CycleClass::kSelected && !graph.is_selected(from))
      continue;
    for (NodeId to : graph.requirements(from)) {
      if (!is_module(to) || removed.count({from, to}) > 0) continue;
      Edge<NodeId> edge{from, to};
      if (cycle_class != CycleClass::kVersion)
        edge = {NodeId{static_cast<std::uint32_t>(graph.module_of(from))},
                NodeId{static_cast<std::uint32_t>(graph.module_of(to))}};
      if (cycle_class == CycleClass::kVersion || edge.from != edge.to)
        edges.push_back(edge);
    }
  }
  return digraph_from_edges<NodeId>(graph.node_count(), edges);
}

NodeId vertex(const ModuleGraph& graph, CycleClass cycle_class, NodeId node) {
  return cycle_class == CycleClass::kVersion
             ? node
             : NodeId{static_cast<std::uint32_t>(graph.module_of(node))};
}

std::vector<NodeId> vertices_of(const ModuleGraph& graph,
                                CycleClass cycle_class,
                                const std::vector<NodeId>& nodes) {
  std::vector<NodeId> out;
  for (NodeId n : nodes) out.push_back(vertex(graph, cycle_class, n));
  return out;
}

using MemberSets = std::set<std::vector<NodeId>>;

MemberSets component_sets(const Digraph<NodeId>& graph) {
  MemberSets out;
  for (const auto& members : reference::components_by_search(graph)) {
    const auto row = graph.dependencies(members.front());
    if (members.size() > 1 ||
        std::find(row.begin(), row.end(), members.front()) != row.end())
      out.insert(members);
  }
  return out;
}

std::size_t check_real_cycle(const ModuleGraph& graph,
                             const CyclicComponent& component) {
  const CycleClass c = component.cycle_class;
  const Digraph<NodeId> all = looked_at(graph, c);
  const auto cycle = vertices_of(graph, c, component.shortest_cycle);
  const auto members = vertices_of(graph, c, component.members);
  CHECK(cycle.front() == cycle.back());
  CHECK(reference::is_walk(all, cycle));
  CHECK(reference::shortest_loop_length(all, members) == cycle.size() - 1);
  CHECK(component.shortest_is_exact);

  const Removed removed(component.feedback_arcs.begin(),
                        component.feedback_arcs.end());
  CHECK_FALSE(
      reference::shortest_loop_length(looked_at(graph, c, removed), members)
          .has_value());
  // No component of the corpus is too hard for a proof.
  CHECK(component.feedback_is_minimum);
  return 6;
}

std::size_t check_real_cycles(const Project& project, const Analysis& found) {
  const ModuleGraph& graph = project.graph;
  std::array<MemberSets, 3> reported;
  std::size_t compared = 3;
  for (const CyclicComponent& cycle : found.cycles) {
    auto members = vertices_of(graph, cycle.cycle_class, cycle.members);
    std::sort(members.begin(), members.end());
    reported[static_cast<std::size_t>(cycle.cycle_class)].insert(members);
    compared += check_real_cycle(graph, cycle);
  }

  // The definition, suppression included, on sets of vertices.
  const MemberSets version =
      component_sets(looked_at(graph, CycleClass::kVersion));
  CHECK(reported[0] == version);
  MemberSets told;
  for (const auto& members : version) {
    if (!std::all_of(members.begin(), members.end(),
                     [&](NodeId n) { return graph.is_selected(n); }))
      continue;
    auto modules = vertices_of(graph, CycleClass::kSelected, members);
    std::sort(modules.begin(), modules.end());
    told.insert(modules);
  }
  const MemberSets selected =
      component_sets(looked_at(graph, CycleClass::kSelected));
  MemberSets expected;
  std::set_difference(selected.begin(), selected.end(), told.begin(),
                      told.end(), std::inserter(expected, expected.end()));
  CHECK(reported[1] == expected);
  const MemberSets path = component_sets(looked_at(graph, CycleClass::kPath));
  expected.clear();
  std::set_difference(path.begin(), path.end(), selected.begin(),
                      selected.end(), std::inserter(expected, expected.end()));
  CHECK(reported[2] == expected);
  return compared;
}

TEST_CASE("cycles of the corpus") {
  test::for_each_module("corpus: cycles", check_real_cycles);
}

// Recorded one after the other by one go command, so nothing is stale.
std::size_t check_agreement(const Project& project, const Analysis& found) {
  CHECK_FALSE(project.manifests.empty());
  CHECK(project.module_info.size() > 1);
  CHECK(found.disagreements.empty());
  std::size_t lines = 0;
  for (const Manifest& manifest : project.manifests)
    lines += manifest.require.size();
  return lines + project.module_info.size();
}

TEST_CASE("the inputs of the corpus agree") {
  test::for_each_module("corpus: agreement of inputs", check_agreement);
}

std::size_t check_raised(const Project& project, const Analysis& found) {
  const ModuleGraph& graph = project.graph;
  for (const LineBelowSelected& r : found.below_selected) {
    INFO(graph.name(r.selected));
    CHECK(graph.path(r.selected) == r.requirement.module.path);
    CHECK(graph.version(r.selected) != r.requirement.module.version);
    REQUIRE(r.chain.size() > 1);
    CHECK(graph.is_main(r.chain.front()));
    CHECK(r.chain.back() == r.selected);
    CHECK(reference::is_walk(graph.requirements(), r.chain));
    CHECK((r.chain.size() > 2 || r.chain.front() != r.main));
    CHECK(std::find(r.selected_by.begin(), r.selected_by.end(),
                    r.chain[r.chain.size() - 2]) != r.selected_by.end());
  }
  return 1 + 7 * found.below_selected.size();
}

TEST_CASE("raised requirements of the corpus") {
  test::for_each_module("corpus: raised requirements", check_raised);
}

}  // namespace
}  // namespace modgraph
