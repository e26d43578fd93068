#include <fmt/core.h>

#include <algorithm>
#include <optional>

#include "engine/findings/findings.h"

namespace modgraph {
namespace {

// The line of a module that a finding is about, where some go.mod has one.
std::optional<Location> first_location(const Evidence& evidence,
                                       std::span<const ModuleId> modules) {
  for (ModuleId m : modules)
    if (auto out = evidence.lines.location(evidence.project.graph.path(m)))
      return out;
  return std::nullopt;
}

// The go.mod files that require a module directly.
std::vector<const Manifest*> direct_requirers(const Evidence& evidence,
                                              std::string_view path) {
  std::vector<const Manifest*> out;
  for (const auto& line : evidence.lines.of(path))
    if (!line.requirement->indirect) out.push_back(line.manifest);
  return out;
}

// Where go.mod files of ours require two of them, moving is up to us. One file
// that requires both does so knowingly: it is moving, or supports both. Two
// files that disagree, and one major under two names, are worth a change.
void set_majors_level(const Evidence& evidence, const SplitMajor& split,
                      Finding& f) {
  std::vector<std::vector<const Manifest*>> direct;
  const ModuleGraph& graph = evidence.project.graph;
  for (const ModuleId m : split.modules)
    if (!graph.is_main(graph.selected(m)))
      if (auto by = direct_requirers(evidence, graph.path(m)); !by.empty())
        direct.push_back(std::move(by));
  if (direct.size() < 2) {
    f.owner = Owner::kDependency;
    return;
  }
  const bool one_has_both =
      std::any_of(direct[0].begin(), direct[0].end(), [&](const Manifest* m) {
        return std::find(direct[1].begin(), direct[1].end(), m) !=
               direct[1].end();
      });
  if (!one_has_both || split.same_major_twice) f.level = Level::kWarning;
}

Finding majors_finding(const Evidence& evidence, const SplitMajor& split) {
  const ModuleGraph& graph = evidence.project.graph;
  std::vector<std::string> names;
  for (ModuleId m : split.modules)
    names.push_back(graph.name(graph.selected(m)));
  Finding f = new_finding(
      "MG2003", fmt::format("{} major versions of one module are selected: {}",
                            split.modules.size(), some_of(names)));
  for (ModuleId m : split.modules) {
    const NodeId selected = graph.selected(m);
    f.subjects.push_back(subject_of(graph, selected));
    add_chain_and_requirers(evidence, selected, f);
  }
  if (split.same_major_twice)
    f.notes.emplace_back(
        "one major version is there twice, under two paths: its types do not "
        "fit each other");
  set_majors_level(evidence, split, f);
  f.location = first_location(evidence, split.modules);
  return f;
}

Finding prerelease_finding(const Evidence& evidence,
                           const PrereleaseSelected& early) {
  const ModuleGraph& graph = evidence.project.graph;
  const std::string version(graph.version(early.selected));
  const std::string release(graph.version(early.release));
  Finding f = new_finding(
      "MG2004",
      fmt::format("the {} {} of '{}' is selected over release {}",
                  early.kind == PrereleaseKind::kPseudo ? "pseudo-version"
                                                        : "pre-release",
                  version, graph.path(early.selected), release));
  f.subjects.push_back(subject_of(graph, early.selected));
  f.change = VersionChange{release, version};
  f.location = evidence.lines.location(graph.path(early.selected));
  const auto lines = evidence.lines.of(graph.path(early.selected));
  if (std::none_of(lines.begin(), lines.end(), [&](const auto& line) {
        return line.requirement->module.version == version;
      }))
    f.owner = Owner::kDependency;
  add_chain(evidence, early.selected, f);
  if (!early.selected_by.empty())
    f.notes.push_back(fmt::format("{} is required by {}", version,
                                  some_of(graph, early.selected_by)));
  f.notes.push_back(fmt::format("{} is required by {}", release,
                                some_of(graph, early.release_by)));
  return f;
}

Finding older_finding(const Evidence& evidence, const OlderByDate& older) {
  const ModuleGraph& graph = evidence.project.graph;
  const std::string version(graph.version(older.selected));
  const std::string& newer = older.newer;
  Finding f = new_finding(
      "MG2011", fmt::format("'{}' {} of {} is selected over {} of {}",
                            graph.path(older.selected), version,
                            older.selected_date, newer, older.newer_date));
  f.subjects.push_back(subject_of(graph, older.selected));
  f.change = VersionChange{newer, version};
  f.location = evidence.lines.location(graph.path(older.selected));
  add_chain(evidence, older.selected, f);
  const auto by = [&](NodeId node) {
    return fmt::format("{} is required by {}", graph.version(node),
                       some_of(graph, evidence.analysis.requirers.row(node)));
  };
  f.notes.push_back(by(older.selected));
  if (const auto node = graph.find(graph.path(older.selected), newer))
    f.notes.push_back(by(*node));
  else
    f.notes.push_back(fmt::format("{} is what go.mod says", newer));
  f.notes.emplace_back("newer by version, older by date");
  return f;
}

// The go line of the build, as findings point at it.
std::optional<Location> go_line(const Project& project) {
  if (project.work)
    return project.work->go ? std::optional(location_of(
                                  *project.work, project.work->go->where))
                            : std::nullopt;
  for (const Manifest& m : project.manifests)
    if (m.go && project.manifests.size() == 1)
      return location_of(m, m.go->where);
  return std::nullopt;
}

std::string go_message(const ForcedGo& forced) {
  if (forced.own.empty())
    return fmt::format("dependencies require go {}", forced.forced);
  if (forced.raised)
    return fmt::format("the go line says {}, but dependencies require {}",
                       forced.own, forced.forced);
  return fmt::format(
      "the go line cannot be lower than {}: dependencies require it",
      forced.own);
}

// Modules of the repository are no dependencies, and a go line that is too low
// is an update that MG2010 asks for.
std::optional<ForcedGo> forced_by_others(const Evidence& evidence) {
  std::optional<ForcedGo> out = evidence.analysis.forced_go;
  if (!out || (out->raised && evidence.project.update)) return std::nullopt;
  const ModuleGraph& graph = evidence.project.graph;
  const std::vector<bool> ours =
      our_modules(evidence.project, evidence.analysis);
  std::erase_if(out->by,
                [&](NodeId n) { return ours[index(graph.module_of(n))]; });
  if (out->by.empty()) return std::nullopt;
  return out;
}

Finding go_finding(const Evidence& evidence, const ForcedGo& forced) {
  const ModuleGraph& graph = evidence.project.graph;
  Finding f = new_finding("MG2005", go_message(forced));
  f.owner = Owner::kDependency;
  // About go alone: it is the same finding when others require it.
  f.subjects.push_back({"go", forced.forced});
  if (forced.raised) f.change = VersionChange{forced.own, forced.forced};
  f.location = go_line(evidence.project);
  if (f.location && forced.raised)
    f.location->label = "dependencies require " + forced.forced;
  f.notes.push_back(fmt::format("go {} is required by {}", forced.forced,
                                some_of(graph, forced.by)));
  add_chain(evidence, forced.by.front(), f);
  return f;
}

}  // namespace

std::vector<Finding> version_findings(const Evidence& evidence) {
  std::vector<Finding> out;
  for (const SplitMajor& split : evidence.analysis.split_majors)
    out.push_back(majors_finding(evidence, split));
  for (const PrereleaseSelected& early : evidence.analysis.prerelease_selected)
    out.push_back(prerelease_finding(evidence, early));
  for (const OlderByDate& older : evidence.analysis.older_by_date)
    out.push_back(older_finding(evidence, older));
  if (const auto forced = forced_by_others(evidence))
    out.push_back(go_finding(evidence, *forced));
  return out;
}

}  // namespace modgraph
