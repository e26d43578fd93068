// Reach counts, one thread, up to the limit of work and at it. Compare: a
// search from every vertex.

#include "engine/analysis/graph/reach.h"

#include <array>

#include "bench/samples.h"
#include "engine/model/selected_graph.h"

namespace modgraph::bench {
namespace {

void reach(benchmark::State& state) {
  const Digraph<ModuleId> graph = selected_graph(sample(state.range(0)));
  const auto components = strongly_connected_components(graph);
  for (auto _ : state)
    benchmark::DoNotOptimize(
        reach_counts(graph, components, kReachWorkLimit).has_value());
  report_edges(state, graph.edge_count());
  state.counters["words"] = static_cast<double>(graph.vertex_count()) *
                            static_cast<double>(graph.edge_count()) / 64;
}

void reach_by_searches(benchmark::State& state) {
  const Digraph<ModuleId> graph = selected_graph(sample(state.range(0)));
  for (auto _ : state)
    for (ModuleId m : graph.vertices()) {
      const std::array<ModuleId, 1> start{m};
      benchmark::DoNotOptimize(reachable<ModuleId>(graph, start).size());
    }
  report_edges(state, graph.edge_count());
}

BENCHMARK(reach)->Arg(6'000)->Arg(60'000)->Arg(200'000)->Unit(
    benchmark::kMillisecond);
BENCHMARK(reach_by_searches)
    ->Arg(6'000)
    ->Arg(60'000)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace modgraph::bench

BENCHMARK_MAIN();
