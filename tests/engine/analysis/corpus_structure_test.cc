// Reduction, cuts, centrality and cycles of real requirement graphs, by what
// must hold for them.

#include <algorithm>
#include <cmath>
#include <set>

#include "engine/analysis/cycles/cycle_enumeration.h"
#include "engine/analysis/graph/betweenness.h"
#include "engine/analysis/graph/requirement_cut.h"
#include "engine/analysis/graph/transitive_reduction.h"
#include "tests/support/corpus.h"
#include "tests/support/reference/searches.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

using Graph = Digraph<ModuleId>;
using ModuleEdges = std::vector<Edge<ModuleId>>;

Graph without(const Graph& graph, const ModuleEdges& removed) {
  const std::set<Edge<ModuleId>> gone(removed.begin(), removed.end());
  ModuleEdges left;
  for (ModuleId v : graph.vertices())
    for (ModuleId to : graph.dependencies(v))
      if (!gone.contains({v, to})) left.push_back({v, to});
  return digraph_from_edges<ModuleId>(graph.vertex_count(), left);
}

// All that was reached is reached, and no edge between components can go.
std::size_t check_real_reduction(const Project&, const Analysis& found) {
  const Graph& graph = found.selected;
  const auto components = strongly_connected_components(graph);
  const auto reduced = transitive_reduction(graph, components);
  REQUIRE(reduced.has_value());
  std::size_t wrong = 0;
  for (ModuleId v : graph.vertices())
    if (reference::reached<ModuleId>(graph, {v}) !=
        reference::reached<ModuleId>(*reduced, {v}))
      ++wrong;
  std::size_t compared = graph.vertex_count();
  for (ModuleId v : reduced->vertices()) {
    for (ModuleId to : reduced->dependencies(v)) {
      if (components.of[index(v)] == components.of[index(to)]) continue;
      if (++compared % 7 != 0) continue;  // each costs a search
      const Graph less = without(*reduced, {{v, to}});
      if (reference::reached<ModuleId>(less, {v})[index(to)]) ++wrong;
    }
  }
  CHECK(wrong == 0);
  return compared;
}

TEST_CASE("reductions of the corpus") {
  test::for_each_module("corpus: reductions", check_real_reduction);
}

// Chains from the main modules to the target that share no edge, one after the
// other, each over what the ones before have left or taken: Ford and Fulkerson.
std::size_t disjoint_chains(const Graph& graph,
                            const std::vector<ModuleId>& mains,
                            ModuleId target) {
  std::set<Edge<ModuleId>> used;
  for (std::size_t chains = 0;; ++chains) {
    std::vector<ModuleId> from(graph.vertex_count(), kNone<ModuleId>);
    std::vector<ModuleId> open = mains;
    for (ModuleId main : mains) from[index(main)] = main;
    const auto visit = [&](ModuleId v, ModuleId to) {
      if (from[index(to)] != kNone<ModuleId>) return;
      from[index(to)] = v;
      open.push_back(to);
    };
    for (std::size_t i = 0; i < open.size(); ++i) {
      const ModuleId v = open[i];
      if (v == target) break;
      for (ModuleId to : graph.dependencies(v))
        if (!used.contains({v, to})) visit(v, to);
      for (ModuleId to : graph.dependents(v))
        if (used.contains({to, v})) visit(v, to);
    }
    if (from[index(target)] == kNone<ModuleId>) return chains;
    for (ModuleId v = target; from[index(v)] != v; v = from[index(v)]) {
      const ModuleId before = from[index(v)];
      if (used.erase({v, before}) == 0) used.insert({before, v});
    }
  }
}

std::size_t check_cuts(const Project& project, const Analysis& found) {
  const std::vector<ModuleId> mains = test::main_modules(project.graph);
  const Graph& graph = found.selected;
  const std::size_t step = 1 + graph.vertex_count() / 25;
  std::size_t compared = 0;
  for (std::uint32_t v = 0; v < graph.vertex_count();
       v += static_cast<std::uint32_t>(step)) {
    const ModuleId target{v};
    if (std::find(mains.begin(), mains.end(), target) != mains.end()) continue;
    const auto cut = requirement_cut(graph, mains, target);
    REQUIRE(cut.has_value());
    for (const ModuleEdges& edges : {cut->smallest, cut->own})
      CHECK_FALSE(
          reference::reached(without(graph, edges), mains)[index(target)]);
    for (const auto& e : cut->own)
      CHECK(std::find(mains.begin(), mains.end(), e.from) != mains.end());
    CHECK(cut->smallest.size() <= cut->own.size());
    CHECK(cut->smallest.size() == disjoint_chains(graph, mains, target));
    compared += 4 + cut->own.size();
  }
  return compared;
}

TEST_CASE("cuts of the corpus") {
  test::for_each_module("corpus: cuts", check_cuts);
}

// The inner vertices of all shortest chains are what is shared out.
std::size_t check_real_betweenness(const Project&, const Analysis& found) {
  const auto central = betweenness(found.selected);
  REQUIRE(central.has_value());
  double sum = 0;
  for (const double share : *central) sum += share;
  std::size_t inner = 0;
  for (ModuleId v : found.selected.vertices())
    for (const auto& d : reference::distances<ModuleId>(found.selected, {v}))
      if (d && *d > 1) inner += *d - 1;
  CHECK(std::abs(sum - static_cast<double>(inner)) < 1e-3);
  return 1;
}

TEST_CASE("betweenness in the corpus") {
  test::for_each_module("corpus: betweenness", check_real_betweenness);
}

std::size_t check_listed_cycles(const Project& project, const Analysis& found) {
  const auto all = cycles_of_components(project.graph, found.cycles);
  std::size_t compared = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const CyclicComponent& component = found.cycles[i];
    CHECK_FALSE(all[i].cycles.empty());
    if (!all[i].truncated)
      CHECK(all[i].cycles.front().size() == component.shortest_cycle.size());
    std::set<std::vector<NodeId>> distinct;
    for (const std::vector<NodeId>& cycle : all[i].cycles) {
      CHECK(cycle.front() == cycle.back());
      CHECK(std::set<NodeId>(cycle.begin(), cycle.end()).size() + 1 ==
            cycle.size());
      // Every step is a requirement of the class.
      CHECK(closing_requirements(project.graph, component.cycle_class, cycle)
                .size() == cycle.size() - 1);
      CHECK(distinct.insert(cycle).second);
      if (component.cycle_class == CycleClass::kVersion)
        CHECK(reference::is_walk(project.graph.requirements(), cycle));
      if (component.cycle_class == CycleClass::kSelected) {
        std::vector<ModuleId> modules;
        for (NodeId n : cycle) modules.push_back(project.graph.module_of(n));
        CHECK(reference::is_walk(found.selected, modules));
      }
      compared += 5;
    }
  }
  return compared;
}

TEST_CASE("elementary cycles of the corpus") {
  test::for_each_module("corpus: elementary cycles", check_listed_cycles);
}

}  // namespace
}  // namespace modgraph
