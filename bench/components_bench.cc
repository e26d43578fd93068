// Strongly connected components, one thread. Compare: Boost.Graph on the same
// arrays; and both on vertices in depth-first order.

#include "engine/analysis/graph/components.h"

#include <boost/graph/strong_components.hpp>

#include "bench/samples.h"
#include "tests/support/boost_adapter.h"

namespace modgraph::bench {
namespace {

std::size_t boost_components(const Digraph<NodeId>& graph) {
  const boost::identity_property_map identity;
  std::vector<std::uint32_t> component(graph.vertex_count());
  return boost::strong_components(
      test::BoostView<NodeId>{&graph},
      boost::make_iterator_property_map(component.begin(), identity),
      boost::vertex_index_map(identity));
}

const Digraph<NodeId>& walking_order(std::int64_t requirements) {
  static std::int64_t size = 0;
  static Digraph<NodeId> graph;
  if (size != requirements)
    graph = in_walking_order(sample(requirements).requirements());
  size = requirements;
  return graph;
}

void components(benchmark::State& state) {
  const auto& graph = sample(state.range(0)).requirements();
  for (auto _ : state)
    benchmark::DoNotOptimize(strongly_connected_components(graph).count());
  report_edges(state, graph.edge_count());
}

void components_boost(benchmark::State& state) {
  const auto& graph = sample(state.range(0)).requirements();
  for (auto _ : state) benchmark::DoNotOptimize(boost_components(graph));
  report_edges(state, graph.edge_count());
}

void components_walking_order(benchmark::State& state) {
  const auto& graph = walking_order(state.range(0));
  for (auto _ : state)
    benchmark::DoNotOptimize(strongly_connected_components(graph).count());
  report_edges(state, graph.edge_count());
}

void components_walking_order_boost(benchmark::State& state) {
  const auto& graph = walking_order(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(boost_components(graph));
  report_edges(state, graph.edge_count());
}

BENCHMARK(components)->Apply(sizes);
BENCHMARK(components_boost)->Apply(sizes);
BENCHMARK(components_walking_order)->Apply(sizes);
BENCHMARK(components_walking_order_boost)->Apply(sizes);

}  // namespace
}  // namespace modgraph::bench

BENCHMARK_MAIN();
