#include <fmt/core.h>

#include "engine/base/parallel.h"
#include "engine/findings/findings.h"

namespace modgraph {
namespace {

std::string selected_version(const ModuleGraph& graph, NodeId selected) {
  return graph.is_main(selected) ? "the main module itself"
                                 : std::string(graph.version(selected));
}

std::string required_by(const ModuleGraph& graph,
                        const RequiredVersion& required) {
  return fmt::format("{} is required by {}", graph.version(required.version),
                     some_of(graph, required.by));
}

Finding drift_finding(const Evidence& evidence, const Drift& drift) {
  const ModuleGraph& graph = evidence.project.graph;
  const RequiredVersion& lowest = drift.required.front();
  const RequiredVersion& highest = drift.required.back();
  Finding f = new_finding(
      "MG2001",
      fmt::format("'{}' is required at {} versions, {} to {}; selected: {}",
                  graph.path(drift.module), drift.required.size(),
                  graph.version(lowest.version), graph.version(highest.version),
                  selected_version(graph, drift.selected)));
  f.owner = Owner::kDependency;
  f.subjects.push_back(subject_of(graph, drift.selected));
  f.location = evidence.lines.location(graph.path(drift.module));
  add_chain(evidence, drift.selected, f);
  f.notes.reserve(2);
  if (highest.version == drift.selected)
    f.notes.push_back(required_by(graph, highest));
  f.notes.push_back(required_by(graph, lowest));
  return f;
}

}  // namespace

std::vector<Finding> drift_findings(const Evidence& evidence) {
  const std::vector<Drift>& drift = evidence.analysis.drift;
  std::vector<Finding> out(drift.size());
  run_pieces(
      drift.size(),
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
          out[i] = drift_finding(evidence, drift[i]);
      },
      kWorthTextThreads);
  return out;
}

}  // namespace modgraph
