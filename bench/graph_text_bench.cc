// Graph text to frozen graph, one thread. Compare: one line split by getline
// into an unordered_map, the obvious way.

#include <benchmark/benchmark.h>
#include <fmt/core.h>

#include <map>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "bench/generator.h"
#include "engine/base/parallel.h"
#include "importers/graph_text/graph_text.h"

namespace modgraph::bench {
namespace {

// Generated once per size: the largest is 800 MB.
const std::string& text_of(std::int64_t requirements) {
  static std::map<std::int64_t, std::string> texts;
  std::string& text = texts[requirements];
  if (text.empty()) {
    Shape shape;
    shape.requirements = static_cast<std::uint64_t>(requirements);
    text = graph_text(shape);
    fmt::print("# {}\n", describe(text));
  }
  return text;
}

void report_rate(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(text.size()));
  state.counters["s/edge"] =
      benchmark::Counter(static_cast<double>(state.range(0)),
                         benchmark::Counter::kIsIterationInvariantRate |
                             benchmark::Counter::kInvert);
}

void import_graph_text(benchmark::State& state) {
  const ThreadLimit one(1);
  const std::string& text = text_of(state.range(0));
  for (auto _ : state) {
    auto parsed = parse_graph_text("bench", text);
    auto graph = std::move(parsed->builder).freeze();
    benchmark::DoNotOptimize(graph->node_count());
  }
  report_rate(state, text);
}

void getline_unordered_map(benchmark::State& state) {
  const std::string& text = text_of(state.range(0));
  for (auto _ : state) {
    std::unordered_map<std::string, std::uint32_t> ids;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    std::istringstream in(text);
    std::string from;
    std::string to;
    const auto id = [&](const std::string& name) {
      return ids.emplace(name, static_cast<std::uint32_t>(ids.size()))
          .first->second;
    };
    while (in >> from >> to) edges.emplace_back(id(from), id(to));
    benchmark::DoNotOptimize(edges.data());
  }
  report_rate(state, text);
}

BENCHMARK(import_graph_text)
    ->RangeMultiplier(10)
    ->Range(100'000, 10'000'000)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();
BENCHMARK(getline_unordered_map)
    ->RangeMultiplier(10)
    ->Range(100'000, 10'000'000)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime();

}  // namespace
}  // namespace modgraph::bench

BENCHMARK_MAIN();
