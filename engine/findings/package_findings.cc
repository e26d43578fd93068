#include "engine/findings/package_findings.h"

#include <fmt/core.h>

namespace modgraph {
namespace {

using Kind = PackagesDisagreement::Kind;

// One of the differences, both sides named.
std::string difference(const Project& project, const PackagesDisagreement& d) {
  const std::string& data = project.packages_file;
  const std::string& graph = project.graph_file;
  switch (d.kind) {
    case Kind::kOtherVersion:
      return fmt::format(
          "{} has '{}' {}, but {} selects {}", data, d.path,
          d.version.empty() ? "as a main module" : d.version, graph,
          d.graph_version.empty() ? "it as a main module" : d.graph_version);
    case Kind::kNotInGraph:
      return fmt::format(
          "{} has '{}' {}, but {} has no such module", data, d.path,
          d.version.empty() ? "as a main module" : d.version, graph);
    case Kind::kNoMainPackage:
      return fmt::format("{} lists no package of a main module of {}", data,
                         graph);
    case Kind::kMissingImport:
      return fmt::format(
          "{} has a package that imports '{}', but does not list it", data,
          d.path);
  }
  return {};
}

bool names_module(const PackagesDisagreement& d) {
  return d.kind == Kind::kOtherVersion || d.kind == Kind::kNotInGraph;
}

}  // namespace

std::vector<Finding> package_findings(const Evidence& evidence) {
  const Project& project = evidence.project;
  const auto& use = evidence.analysis.indirect.packages;
  if (!use || use->disagreements.empty()) return {};
  const std::vector<PackagesDisagreement>& all = use->disagreements;
  Finding f = new_finding("MG8006", difference(project, all.front()));
  for (const PackagesDisagreement& d : all)
    if (names_module(d)) f.subjects.push_back({d.path, d.version});
  if (f.subjects.empty())
    for (const NodeId main : project.graph.mains())
      f.subjects.push_back(subject_of(project.graph, main));
  if (all.front().line > 0)
    f.location =
        Location{project.packages_file, all.front().line, 1, 0, {}, {}};
  if (all.size() > 1)
    f.notes.push_back(fmt::format("and {} more differences; the next: {}",
                                  all.size() - 1, difference(project, all[1])));
  f.notes.emplace_back(
      "package data is ignored: record it again, at this revision, with `go "
      "list -deps -test -json ./...`");
  return {std::move(f)};
}

std::vector<std::string> unsound_packages(const Project& project,
                                          const Analysis& analysis) {
  const auto& use = analysis.indirect.packages;
  if (!use || use->is_sound()) return {};
  if (!use->disagreements.empty())
    return {difference(project, use->disagreements.front()) +
            ": package data is ignored"};
  if (!use->unresolved_import.empty())
    return {
        fmt::format("{}: no one module provides '{}', so that what it "
                    "imports is not known: package data is ignored",
                    project.packages_file, use->unresolved_import)};
  return {fmt::format("{} was made without -test: package data is ignored",
                      project.packages_file)};
}

}  // namespace modgraph
