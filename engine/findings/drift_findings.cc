#include <fmt/core.h>

#include "engine/base/parallel.h"
#include "engine/findings/findings.h"

namespace modgraph {
namespace {

std::string built_version(const ModuleGraph& graph, NodeId selected) {
  return graph.is_main(selected) ? "the main module itself"
                                 : std::string(graph.version(selected));
}

Finding drift_finding(const Evidence& evidence, const Drift& drift) {
  const ModuleGraph& graph = evidence.project.graph;
  const RequiredVersion& lowest = drift.required.front();
  const RequiredVersion& highest = drift.required.back();
  Finding f = new_finding(
      "MG2001",
      fmt::format("'{}' is asked for at {} versions, {} to {}; the build has "
                  "{}",
                  graph.path(drift.module), drift.required.size(),
                  graph.version(lowest.version), graph.version(highest.version),
                  built_version(graph, drift.selected)));
  f.subjects.push_back(subject_of(graph, drift.selected));
  f.location = evidence.lines.location(graph.path(drift.module));
  add_chain(evidence, drift.selected, f);
  f.notes.reserve(2);
  if (highest.version == drift.selected)
    f.notes.push_back("decided by " + some_of(graph, highest.by));
  f.notes.push_back(fmt::format("{} is asked for by {}",
                                graph.version(lowest.version),
                                some_of(graph, lowest.by)));
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
