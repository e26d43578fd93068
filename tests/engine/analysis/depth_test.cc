// Chains and rings of a million vertices under a stack of 256 KiB: nothing
// recurses over its input.

#include "engine/analysis/analysis.h"
#include "engine/analysis/cycles/feedback_arc_set.h"
#include "engine/analysis/cycles/shortest_cycle.h"
#include "engine/analysis/graph/dominators.h"
#include "engine/model/graph_builder.h"
#include "tests/support/small_stack.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

constexpr std::uint32_t kDeep = 1'000'000;

using Edges = std::vector<Edge<NodeId>>;

// 0 -> 1 -> 2 -> ...
Edges long_chain(std::uint32_t length) {
  Edges out;
  for (std::uint32_t v = 0; v + 1 < length; ++v)
    out.push_back({NodeId{v}, NodeId{v + 1}});
  return out;
}

Edges chain_with_way_back(std::uint32_t length, std::uint32_t back_to) {
  Edges out = long_chain(length);
  out.push_back({NodeId{length - 1}, NodeId{back_to}});
  return out;
}

template <class Answer, class Ask>
Answer asked_on_small_stack(Ask ask) {
  Answer answer;
  test::on_small_stack([&] { answer = ask(); });
  return answer;
}

Components<NodeId> deep_components(const Digraph<NodeId>& graph) {
  return asked_on_small_stack<Components<NodeId>>(
      [&] { return strongly_connected_components(graph); });
}

DominatorTree<NodeId> dominators(const Digraph<NodeId>& graph) {
  const std::vector<NodeId> roots{NodeId{0}};
  return asked_on_small_stack<DominatorTree<NodeId>>(
      [&] { return dominator_tree<NodeId>(graph, roots); });
}

TEST_CASE("components of a deep chain and of a large ring") {
  const auto deep = digraph_from_edges<NodeId>(kDeep, long_chain(kDeep));
  CHECK(deep_components(deep).count() == kDeep);
  const auto ring =
      digraph_from_edges<NodeId>(kDeep, chain_with_way_back(kDeep, 0));
  CHECK(deep_components(ring).count() == 1);
  CHECK(deep_components(digraph_from_edges<NodeId>(kDeep, {})).count() ==
        kDeep);
}

TEST_CASE("dominators of a deep chain with a way back to its beginning") {
  const auto graph =
      digraph_from_edges<NodeId>(kDeep, chain_with_way_back(kDeep, 1));
  const DominatorTree<NodeId> tree = dominators(graph);
  CHECK(tree.size[0] == kDeep);
  CHECK(tree.size[kDeep - 1] == 1);
  CHECK(tree.immediate[kDeep - 1] == NodeId{kDeep - 2});
}

TEST_CASE("dominators of a deep ladder, where every step can be skipped") {
  Edges edges = long_chain(kDeep);
  for (std::uint32_t v = 0; v + 2 < kDeep; ++v)
    edges.push_back({NodeId{v}, NodeId{v + 2}});
  const DominatorTree<NodeId> tree =
      dominators(digraph_from_edges<NodeId>(kDeep, edges));
  CHECK(tree.size[0] == kDeep);
  CHECK(tree.immediate[kDeep - 1] == NodeId{0});
}

TEST_CASE("reach counts of a chain, as far as the limit of work goes") {
  const auto deep = digraph_from_edges<NodeId>(kDeep, long_chain(kDeep));
  CHECK_FALSE(
      reach_counts(deep, deep_components(deep), kReachWorkLimit).has_value());
  constexpr std::uint32_t kLength = 50'000;  // under the limit
  const auto shorter = digraph_from_edges<NodeId>(kLength, long_chain(kLength));
  const auto counts = asked_on_small_stack<std::optional<ReachCounts>>([&] {
    return reach_counts(shorter, strongly_connected_components(shorter),
                        kReachWorkLimit);
  });
  REQUIRE(counts.has_value());
  CHECK(counts->reaches[0] == kLength - 1);
  CHECK(counts->reached_by[kLength - 1] == kLength - 1);
}

// A ring as one component, its vertices in the order of the ring.
ComponentGraph ring(std::uint32_t length) {
  std::vector<std::uint32_t> begins;
  std::vector<ComponentGraph::Arc> arcs;
  for (std::uint32_t v = 0; v < length; ++v) {
    begins.push_back(v);
    arcs.push_back({(v + 1) % length, 1});
  }
  begins.push_back(length);
  return component_graph(begins, arcs, {});
}

TEST_CASE("the loop of a large ring, searched in full or not") {
  const ComponentGraph graph = ring(kDeep);
  for (const std::uint64_t work : {~std::uint64_t{0}, std::uint64_t{0}}) {
    const auto loop = asked_on_small_stack<ShortestCycle>(
        [&] { return shortest_cycle(graph, work); });
    CHECK(loop.vertices.size() == kDeep + 1);
    CHECK(loop.is_exact == (work != 0));
    CHECK(loop.work <= 6 * std::uint64_t{kDeep});
  }
}

TEST_CASE("one arc opens a large ring") {
  const ComponentGraph graph = ring(kDeep);
  const auto set = asked_on_small_stack<FeedbackArcSet>(
      [&] { return feedback_arc_set(graph); });
  CHECK(set.arcs.size() == 1);
}

// "m -> m0 -> m1 -> ..." as modules, the last one leading back to m0.
Project deep_project(std::uint32_t length) {
  GraphBuilder builder;
  auto last = builder.add("m", "");
  const auto first = builder.add("m0", "v1.0.0");
  for (std::uint32_t i = 0; i < length; ++i) {
    const auto next = builder.add("m" + std::to_string(i), "v1.0.0");
    builder.require(last, next);
    last = next;
  }
  builder.require(last, first);
  Project out;
  out.graph = std::move(builder).freeze().value();
  return out;
}

TEST_CASE("all questions about a deep chain of modules that is a ring") {
  constexpr std::uint32_t kModules = 300'000;
  const Project project = deep_project(kModules);
  std::optional<Analysis> found;
  test::on_small_stack([&] { found = analyse(project); });
  REQUIRE(found.has_value());
  REQUIRE(found->cycles.size() == 1);
  CHECK(found->cycles[0].members.size() == kModules);
  CHECK(found->cycles[0].shortest_cycle.size() == kModules + 1);
  CHECK(found->cycles[0].feedback_arcs.size() == 1);
  CHECK(found->critical_path.length == kModules + 1);
  CHECK(found->critical_path.path.size() == 2);
  CHECK(found->drift.empty());
  const ModuleId main = *project.graph.find("m");
  CHECK(found->exclusive[index(main)] == kModules + 1);
  const NodeId last =
      *project.graph.find("m" + std::to_string(kModules - 1), "v1.0.0");
  CHECK(found->chains.to(last).size() == kModules + 1);
}

TEST_CASE("a hundred thousand cycles of two") {
  constexpr int kPairs = 100'000;
  GraphBuilder builder;
  const auto main = builder.add("m", "");
  for (int i = 0; i < kPairs; ++i) {
    const auto a = builder.add("a" + std::to_string(i), "v1.0.0");
    const auto b = builder.add("b" + std::to_string(i), "v1.0.0");
    builder.require(main, a);
    builder.require(a, b);
    builder.require(b, a);
  }
  Project project;
  project.graph = std::move(builder).freeze().value();
  const Analysis found = analyse(project);
  CHECK(found.cycles.size() == kPairs);
  CHECK(std::all_of(
      found.cycles.begin(), found.cycles.end(),
      [](const CyclicComponent& c) { return c.feedback_is_minimum; }));
}

}  // namespace
}  // namespace modgraph
