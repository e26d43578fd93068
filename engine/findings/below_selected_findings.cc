#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/findings/findings.h"

namespace modgraph {
namespace {

// Whether the go command would first write another version into go.mod.
bool is_refused(const Project& project, const std::string& path) {
  // Recorded text has no consistent form: a lower line is all there is to see.
  if (!project.resolved) return !project.work && project.manifests.size() == 1;
  return project.update &&
         std::any_of(project.update->lines.begin(), project.update->lines.end(),
                     [&](const UpdatedLine& l) { return l.path == path; });
}

// What is built in the place of the selected version.
std::optional<ModuleVersion> replaced_by(const Project& project, NodeId node) {
  if (!project.resolved) return std::nullopt;
  for (const ListedModule& m : *project.resolved)
    if (m.node == node) return m.replaced_by;
  return std::nullopt;
}

}  // namespace

std::vector<Finding> below_selected_findings(const Evidence& evidence) {
  const ModuleGraph& graph = evidence.project.graph;
  std::vector<Finding> out;
  for (const LineBelowSelected& line : evidence.analysis.below_selected) {
    const std::string selected(graph.version(line.selected));
    const ModuleVersion& required = line.requirement.module;
    Finding f = new_finding(
        "MG2002", fmt::format("go.mod requires '{}' {}, but {} is selected",
                              required.path, required.version, selected));
    // In a workspace it builds, and MG2006 tells of it once for all members.
    if (!is_refused(evidence.project, required.path)) f.level = Level::kOff;
    f.subjects.push_back(subject_of(graph, line.selected));
    f.change = VersionChange{required.version, selected};
    f.location = location_of(evidence.project.manifests[line.manifest],
                             line.requirement.where, selected + " is selected");
    NameChain chain = chain_of(graph, line.chain);
    if (!chain.empty()) {
      f.notes.push_back("forced by " + chain_text(chain));
      f.witness.push_back(std::move(chain));
    }
    if (const auto by = replaced_by(evidence.project, line.selected))
      f.notes.push_back(fmt::format(
          "{} is replaced by {}", graph.name(line.selected), module_name(*by)));
    if (line.selected_by.size() > 1)
      f.notes.push_back(fmt::format("{} is required by {}", selected,
                                    some_of(graph, line.selected_by)));
    out.push_back(std::move(f));
  }
  return out;
}

}  // namespace modgraph
