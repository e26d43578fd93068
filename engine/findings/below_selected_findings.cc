#include <fmt/core.h>

#include <utility>

#include "engine/findings/findings.h"

namespace modgraph {

std::vector<Finding> below_selected_findings(const Evidence& evidence) {
  const ModuleGraph& graph = evidence.project.graph;
  std::vector<Finding> out;
  for (const LineBelowSelected& line : evidence.analysis.below_selected) {
    const std::string selected(graph.version(line.selected));
    const ModuleVersion& required = line.requirement.module;
    Finding f = new_finding(
        "MG2002", fmt::format("go.mod requires '{}' {}, but {} is selected",
                              required.path, required.version, selected));
    f.subjects.push_back(subject_of(graph, line.selected));
    f.change = VersionChange{required.version, selected};
    f.location = location_of(evidence.project.manifests[line.manifest],
                             line.requirement.where, selected + " is selected");
    NameChain chain = chain_of(graph, line.chain);
    if (!chain.empty()) {
      f.notes.push_back("forced by " + chain_text(chain));
      f.witness.push_back(std::move(chain));
    }
    if (line.selected_by.size() > 1)
      f.notes.push_back(fmt::format("{} is required by {}", selected,
                                    some_of(graph, line.selected_by)));
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace modgraph
