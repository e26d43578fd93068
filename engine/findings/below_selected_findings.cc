#include <fmt/core.h>

#include <utility>

#include "engine/findings/findings.h"

namespace modgraph {

std::vector<Finding> below_selected_findings(const Evidence& evidence) {
  const ModuleGraph& graph = evidence.project.graph;
  std::vector<Finding> out;
  for (const LineBelowSelected& raised : evidence.analysis.below_selected) {
    const std::string selected(graph.version(raised.selected));
    const ModuleVersion& asked = raised.requirement.module;
    Finding f = new_finding(
        "MG2002", fmt::format("go.mod asks for '{}' {}, the build has {}",
                              asked.path, asked.version, selected));
    f.subjects.push_back(subject_of(graph, raised.selected));
    f.change = VersionChange{asked.version, selected};
    f.location = location_of(evidence.project.manifests[raised.manifest],
                             raised.requirement.where, "raised to " + selected);
    NameChain chain = chain_of(graph, raised.chain);
    if (!chain.empty()) {
      f.notes.push_back("forced by " + chain_text(chain));
      f.witness.push_back(std::move(chain));
    }
    if (raised.selected_by.size() > 1)
      f.notes.push_back(fmt::format("{} requirers of {}: {}",
                                    raised.selected_by.size(), selected,
                                    some_of(graph, raised.selected_by)));
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace modgraph
