#include "engine/report/answers/critical_answer.h"

#include "engine/analysis/build/bottlenecks.h"

namespace modgraph {
namespace {

std::vector<ModuleId> module_mains(const ModuleGraph& graph) {
  std::vector<ModuleId> out;
  for (NodeId main : graph.mains()) out.push_back(graph.module_of(main));
  return out;
}

// Names what the analyses number.
class Namer {
 public:
  Namer(const ModuleGraph& graph, const Analysis& analysis,
        const ModuleWeights& weights, const CriticalPath& path)
      : graph_(graph), analysis_(analysis), weights_(weights), path_(path) {}

  WeighedModule operator()(ModuleId m) const {
    WeighedModule out;
    out.name = graph_.name(graph_.selected(m));
    if (weights_.known[index(m)]) out.weight = weights_.of[index(m)];
    out.slack = path_.slack[index(m)];
    out.dependents = analysis_.selected.dependents(m).size();
    return out;
  }

 private:
  const ModuleGraph& graph_;
  const Analysis& analysis_;
  const ModuleWeights& weights_;
  const CriticalPath& path_;
};

}  // namespace

std::string_view path_weight_name(PathWeight weight) {
  switch (weight) {
    case PathWeight::kModules:
      return "modules";
    case PathWeight::kBytes:
      return "bytes";
    case PathWeight::kDownload:
      return "download";
    case PathWeight::kBuild:
      return "build";
  }
  return {};
}

ModuleWeights unit_weights(const ModuleGraph& graph) {
  return {PathWeight::kModules,
          std::vector<std::uint64_t>(graph.module_count(), 1),
          std::vector<bool>(graph.module_count(), true), 0};
}

ModuleWeights weights_of_timings(const ModuleTimings& timings,
                                 PathWeight weight) {
  return {weight, timings.duration, timings.known, 0};
}

CriticalAnswer critical_answer(const Project& project, const Analysis& analysis,
                               const ModuleWeights& weights) {
  const ModuleGraph& graph = project.graph;
  const auto components = strongly_connected_components(analysis.selected);
  const CriticalPath path = critical_path(analysis.selected, components,
                                          module_mains(graph), weights.of);
  const Namer named(graph, analysis, weights, path);

  CriticalAnswer out;
  out.weight = weights.weight;
  out.unpacked = weights.unpacked;
  out.length = path.length;
  for (const std::vector<ModuleId>& component : path.path) {
    auto& members = out.path.emplace_back();
    for (ModuleId m : component) members.push_back(named(m));
  }
  std::vector<ModuleId> candidates;
  for (NodeId n : build_list(graph)) {
    const ModuleId m = graph.module_of(n);
    if (path.slack[index(m)] == CriticalPath::kUnreached) continue;
    out.modules.push_back(named(m));
    out.total += weights.of[index(m)];
    if (!weights.known[index(m)]) out.unknown.push_back(graph.name(n));
    if (!graph.is_main(n)) candidates.push_back(m);
  }
  if (weights.weight != PathWeight::kModules) {
    const Bottlenecks found =
        find_bottlenecks(analysis.selected, candidates, weights.of);
    out.dependents_at_least = found.dependents_at_least;
    out.weight_at_least = found.weight_at_least;
    for (ModuleId m : found.modules) out.bottlenecks.push_back(named(m));
  }
  if (weights.weight == PathWeight::kBuild && project.timings &&
      project.timings->from_actions())
    out.schedule = schedule_answer(graph, *project.timings, *analysis.timings);
  return out;
}

}  // namespace modgraph
