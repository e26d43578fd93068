// Dominators from the first main module, one thread. Compare: Boost.Graph's
// Lengauer-Tarjan on the same arrays, which recurses: it needs a large stack on
// deep graphs (`ulimit -s unlimited`).

#include "engine/analysis/graph/dominators.h"

#include <boost/graph/dominator_tree.hpp>

#include "bench/samples.h"
#include "engine/model/selected_graph.h"
#include "tests/support/boost_adapter.h"

namespace modgraph::bench {
namespace {

template <class Id>
void boost_dominators(const Digraph<Id>& graph, Id root) {
  const test::BoostView<Id> view{&graph};
  const boost::identity_property_map identity;
  const std::size_t n = graph.vertex_count();
  const auto none = static_cast<std::uint32_t>(kNone<Id>);
  const auto map = [&](auto& vector) {
    return boost::make_iterator_property_map(vector.begin(), identity);
  };
  std::vector<std::uint32_t> dominator(n, none);
  std::vector<std::uint32_t> parent(n, none);
  std::vector<std::uint32_t> by_number(n, none);
  std::vector<std::size_t> number(n, ~std::size_t{0});
  boost::lengauer_tarjan_dominator_tree(view, static_cast<std::uint32_t>(root),
                                        identity, map(number), map(parent),
                                        by_number, map(dominator));
  benchmark::DoNotOptimize(dominator.data());
}

void dominators(benchmark::State& state) {
  const ModuleGraph& graph = sample(state.range(0));
  for (auto _ : state)
    benchmark::DoNotOptimize(
        dominator_tree(graph.requirements(), graph.mains().first(1)).size);
  report_edges(state, graph.requirements().edge_count());
}

void dominators_boost(benchmark::State& state) {
  const ModuleGraph& graph = sample(state.range(0));
  for (auto _ : state)
    boost_dominators(graph.requirements(), graph.mains().front());
  report_edges(state, graph.requirements().edge_count());
}

void dominators_selected(benchmark::State& state) {
  const ModuleGraph& graph = sample(state.range(0));
  const Digraph<ModuleId> selected = selected_graph(graph);
  const std::vector<ModuleId> roots{graph.module_of(graph.mains().front())};
  for (auto _ : state)
    benchmark::DoNotOptimize(dominator_tree<ModuleId>(selected, roots).size);
  report_edges(state, selected.edge_count());
}

BENCHMARK(dominators)->Apply(sizes);
BENCHMARK(dominators_boost)->Apply(sizes);
BENCHMARK(dominators_selected)->Apply(sizes);

}  // namespace
}  // namespace modgraph::bench

BENCHMARK_MAIN();
