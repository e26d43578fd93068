#include "bench/samples.h"

#include <fmt/core.h>

#include <limits>
#include <map>
#include <vector>

#include "bench/generator.h"
#include "importers/graph_text/graph_text.h"

namespace modgraph::bench {

const ModuleGraph& sample(std::int64_t requirements) {
  static std::map<std::int64_t, ModuleGraph> graphs;
  const auto known = graphs.find(requirements);
  if (known != graphs.end()) return known->second;
  Shape shape;
  shape.requirements = static_cast<std::uint64_t>(requirements);
  const std::string text = graph_text(shape);
  fmt::print("# {}\n", describe(text));
  auto parsed = parse_graph_text("bench", text);
  return graphs[requirements] = std::move(parsed->builder).freeze().value();
}

Digraph<NodeId> in_walking_order(const Digraph<NodeId>& graph) {
  constexpr std::uint32_t kUnseen = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> number(graph.vertex_count(), kUnseen);
  std::vector<std::uint32_t> next(graph.forward().offsets.begin(),
                                  graph.forward().offsets.end() - 1);
  std::vector<NodeId> path;
  std::uint32_t count = 0;
  const auto enter = [&](NodeId v) {
    if (number[index(v)] != kUnseen) return;
    number[index(v)] = count++;
    path.push_back(v);
  };
  for (NodeId start : graph.vertices()) {
    enter(start);
    while (!path.empty()) {
      const NodeId v = path.back();
      if (next[index(v)] == graph.forward().offsets[index(v) + 1])
        path.pop_back();
      else
        enter(graph.forward().targets[next[index(v)]++]);
    }
  }
  std::vector<Edge<NodeId>> edges;
  edges.reserve(graph.edge_count());
  for (NodeId v : graph.vertices())
    for (NodeId to : graph.dependencies(v))
      edges.push_back({NodeId{number[index(v)]}, NodeId{number[index(to)]}});
  return digraph_from_edges<NodeId>(graph.vertex_count(), edges);
}

void report_edges(benchmark::State& state, std::size_t edges) {
  state.counters["s/edge"] =
      benchmark::Counter(static_cast<double>(edges),
                         benchmark::Counter::kIsIterationInvariantRate |
                             benchmark::Counter::kInvert);
}

void sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->RangeMultiplier(10)
      ->Range(100'000, 10'000'000)
      ->Unit(benchmark::kMillisecond)
      ->MeasureProcessCPUTime();
}

}  // namespace modgraph::bench
