#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "engine/findings/findings.h"

namespace modgraph {
namespace {

// What all findings of this family have.
Finding row_finding(const Evidence& evidence, const ListedFact& fact,
                    std::string_view code, std::string message) {
  const ModuleGraph& graph = evidence.project.graph;
  Finding f = new_finding(code, std::move(message));
  f.subjects.push_back(subject_of(graph, fact.node));
  f.location = evidence.lines.location(graph.path(fact.node));
  add_chain(evidence, fact.node, f);
  return f;
}

void add_requirers(const Evidence& evidence, const ListedFact& fact,
                   Finding& f) {
  const auto by = evidence.analysis.requirers.row(fact.node);
  if (!by.empty())
    f.notes.push_back("required by " + some_of(evidence.project.graph, by));
}

// Whether a go.mod of ours requires exactly this version, and directly.
bool a_direct_line_says(const Evidence& evidence, NodeId node) {
  const ModuleGraph& graph = evidence.project.graph;
  const auto lines = evidence.lines.of(graph.path(node));
  return std::any_of(lines.begin(), lines.end(), [&](const auto& line) {
    return !line.requirement->indirect &&
           line.requirement->module.version == graph.version(node);
  });
}

Finding retracted_finding(const Evidence& evidence, const ListedFact& fact) {
  const ModuleGraph& graph = evidence.project.graph;
  const ModuleInfo& row = evidence.project.module_info[fact.row];
  Finding f = row_finding(
      evidence, fact, "MG2007",
      fmt::format("'{}' {} is selected, but its authors retracted it",
                  graph.path(fact.node), graph.version(fact.node)));
  for (const std::string& why : row.retracted)
    if (!why.empty()) f.notes.push_back("rationale: " + why);
  if (row.update)
    f.notes.push_back("the latest version is " + row.update->version);
  else if (a_direct_line_says(evidence, fact.node))
    f.notes.emplace_back(
        "no later version is listed: require an earlier one, or replace it");
  else
    f.owner = Owner::kDependency;
  add_requirers(evidence, fact, f);
  return f;
}

Finding deprecated_finding(const Evidence& evidence, const ListedFact& fact) {
  Finding f = row_finding(evidence, fact, "MG2008",
                          fmt::format("'{}' is deprecated by its authors",
                                      evidence.project.graph.path(fact.node)));
  f.notes.push_back("its authors say: " +
                    evidence.project.module_info[fact.row].deprecated);
  const auto lines = evidence.lines.of(evidence.project.graph.path(fact.node));
  if (std::none_of(lines.begin(), lines.end(), [](const auto& line) {
        return !line.requirement->indirect;
      })) {
    f.level = Level::kNote;
    f.owner = Owner::kDependency;
  }
  add_requirers(evidence, fact, f);
  return f;
}

Finding outdated_finding(const Evidence& evidence, const ListedFact& fact) {
  const ModuleGraph& graph = evidence.project.graph;
  const std::string& latest =
      evidence.project.module_info[fact.row].update->version;
  Finding f = row_finding(
      evidence, fact, "MG2009",
      fmt::format("'{}' {} is selected, the latest version is {}",
                  graph.path(fact.node), graph.version(fact.node), latest));
  f.change = VersionChange{std::string(graph.version(fact.node)), latest};
  return f;
}

}  // namespace

std::vector<Finding> update_findings(const Evidence& evidence) {
  const ListedUpdates& updates = evidence.analysis.updates;
  std::vector<Finding> out;
  for (const ListedFact& fact : updates.retracted)
    out.push_back(retracted_finding(evidence, fact));
  for (const ListedFact& fact : updates.deprecated)
    out.push_back(deprecated_finding(evidence, fact));
  for (const ListedFact& fact : updates.outdated)
    out.push_back(outdated_finding(evidence, fact));
  return out;
}

}  // namespace modgraph
