#pragma once

// The generated graphs that the benchmarks of analyses share.

#include <benchmark/benchmark.h>

#include "engine/analysis/analysis.h"
#include "engine/model/module_graph.h"

namespace modgraph::bench {

/// A graph with so many requirements, made once for each size; its shape is
/// printed.
const ModuleGraph& sample(std::int64_t requirements);

/// The same vertices and edges in depth-first order: the order that walks like
/// best.
Digraph<NodeId> in_walking_order(const Digraph<NodeId>& graph);

/// Time per edge, beside the time per run.
void report_edges(benchmark::State& state, std::size_t edges);

/// 10^5, 10^6 and 10^7 requirements.
void sizes(benchmark::internal::Benchmark* benchmark);

}  // namespace modgraph::bench
