// How long does minimal version selection take, per requirement?
//
// The requirement graph is asked for one module version at a time, as from a
// cache of parsed go.mod files; look-ups are part of the time.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <map>
#include <vector>

#include "bench/generator.h"
#include "engine/model/version.h"
#include "engine/resolve/mvs.h"

namespace modgraph::bench {
namespace {

// A generated graph as lists of requirements.
class World {
 public:
  explicit World(std::uint64_t requirements)
      : graph_(graph({.requirements = requirements})),
        lists_(graph_.node_count()) {
    for (NodeId n : graph_.nodes())
      for (NodeId to : graph_.requirements(n))
        lists_[index(n)].push_back(module(to));
    requirements_.required = [this](const ModuleVersion& m)
        -> tl::expected<std::span<const ModuleVersion>, std::string> {
      return lists_[index(*graph_.find(m.path, m.version))];
    };
  }
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  ModuleVersion target() const { return module(graph_.mains().front()); }
  const Requirements& requirements() const { return requirements_; }
  const ModuleGraph& module_graph() const { return graph_; }

  ModuleVersion module(NodeId n) const {
    return {std::string(graph_.path(n)), std::string(graph_.version(n))};
  }

 private:
  ModuleGraph graph_;
  std::vector<std::vector<ModuleVersion>> lists_;  // by node
  Requirements requirements_;
};

// Made once per size: the generator takes longer than what is measured.
const World& world(const benchmark::State& state) {
  static std::map<std::int64_t, World> worlds;
  return worlds
      .try_emplace(state.range(0), static_cast<std::uint64_t>(state.range(0)))
      .first->second;
}

void count_requirements(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void build_list_of(benchmark::State& state) {
  const World& w = world(state);
  for (auto _ : state)
    benchmark::DoNotOptimize(build_list(w.target(), w.requirements()));
  count_requirements(state);
}

void minimal_requirements_of(benchmark::State& state) {
  const World& w = world(state);
  for (auto _ : state)
    benchmark::DoNotOptimize(
        minimal_requirements(w.target(), {}, w.requirements()));
  count_requirements(state);
}

void sort_versions(benchmark::State& state) {
  const ModuleGraph& g = world(state).module_graph();
  std::vector<std::string_view> versions;
  for (NodeId n : g.nodes()) versions.push_back(g.version(n));
  for (auto _ : state) {
    auto sorted = versions;
    std::sort(sorted.begin(), sorted.end(),
              [](auto a, auto b) { return compare_semver(a, b) < 0; });
    benchmark::DoNotOptimize(sorted.data());
  }
  state.SetItemsProcessed(state.iterations() *
                          static_cast<std::int64_t>(versions.size()));
}

constexpr std::int64_t kSmall = 10'000;
constexpr std::int64_t kLarge = 1'000'000;

BENCHMARK(build_list_of)->RangeMultiplier(10)->Range(kSmall, kLarge);
BENCHMARK(minimal_requirements_of)->RangeMultiplier(10)->Range(kSmall, kLarge);
BENCHMARK(sort_versions)->RangeMultiplier(10)->Range(kSmall, kLarge);

}  // namespace
}  // namespace modgraph::bench

BENCHMARK_MAIN();
