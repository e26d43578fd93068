// Requests and drift, one thread: names in printed order, who asks for which
// version, the modules that are asked for at several, and shortest chains.

#include "engine/analysis/versions/drift.h"

#include "bench/samples.h"
#include "engine/analysis/graph/chains.h"
#include "engine/analysis/graph/printed_order.h"
#include "engine/analysis/graph/requirers.h"

namespace modgraph::bench {
namespace {

void order_of_names(benchmark::State& state) {
  const ModuleGraph& graph = sample(state.range(0));
  for (auto _ : state)
    benchmark::DoNotOptimize(printed_order(graph).nodes.data());
  report_edges(state, graph.requirements().edge_count());
}

void requirers(benchmark::State& state) {
  const ModuleGraph& graph = sample(state.range(0));
  const PrintedOrder order = printed_order(graph);
  for (auto _ : state)
    benchmark::DoNotOptimize(distinct_requirers(graph, order).targets.data());
  report_edges(state, graph.requirements().edge_count());
}

void drift(benchmark::State& state) {
  const ModuleGraph& graph = sample(state.range(0));
  const Rows<NodeId> rows = distinct_requirers(graph, printed_order(graph));
  for (auto _ : state) benchmark::DoNotOptimize(find_drift(graph, rows).size());
  report_edges(state, graph.requirements().edge_count());
}

void chains(benchmark::State& state) {
  const ModuleGraph& graph = sample(state.range(0));
  for (auto _ : state) {
    const ShortestChains chains(graph);
    benchmark::DoNotOptimize(chains.reaches(graph.mains().front()));
  }
  report_edges(state, graph.requirements().edge_count());
}

BENCHMARK(order_of_names)->Apply(sizes);
BENCHMARK(requirers)->Apply(sizes);
BENCHMARK(drift)->Apply(sizes);
BENCHMARK(chains)->Apply(sizes);

}  // namespace
}  // namespace modgraph::bench

BENCHMARK_MAIN();
