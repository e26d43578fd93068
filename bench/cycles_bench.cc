// Cycles of all three classes with shortest loops and break sets, one thread.

#include "engine/analysis/cycles/cycles.h"

#include "bench/samples.h"
#include "engine/model/selected_graph.h"

namespace modgraph::bench {
namespace {

void cycles(benchmark::State& state) {
  const ModuleGraph& graph = sample(state.range(0));
  const PrintedOrder order = printed_order(graph);
  const Components<ModuleId> selected =
      strongly_connected_components(selected_graph(graph));
  std::size_t found = 0;
  std::size_t largest = 0;
  for (auto _ : state) {
    const auto cycles = find_cyclic_components(graph, order, selected);
    found = cycles.size();
    for (const CyclicComponent& c : cycles)
      largest = std::max(largest, c.members.size());
  }
  report_edges(state, graph.requirements().edge_count());
  state.counters["cycles"] = static_cast<double>(found);
  state.counters["largest"] = static_cast<double>(largest);
}

// What the cycles are looked for in.
void selected_and_path_graph(benchmark::State& state) {
  const ModuleGraph& graph = sample(state.range(0));
  for (auto _ : state) {
    benchmark::DoNotOptimize(selected_graph(graph).edge_count());
    benchmark::DoNotOptimize(path_graph(graph).edge_count());
  }
  report_edges(state, graph.requirements().edge_count());
}

BENCHMARK(cycles)->Apply(sizes);
BENCHMARK(selected_and_path_graph)->Apply(sizes);

}  // namespace
}  // namespace modgraph::bench

BENCHMARK_MAIN();
