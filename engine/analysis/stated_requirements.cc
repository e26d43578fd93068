// What go.mod files state, where the requirement graph has what the go command
// made of it.
//
// A go.mod whose line is too low is repaired before its graph is printed: the
// graph then says that the main module requires what others require. Such an
// edge is left out, and the written line taken in its place. Lines whose version
// is excluded, or is a query, stand for what they became.
// Tested by why_test.cc.

#include "engine/analysis/stated_requirements.h"

#include <optional>
#include <set>

#include "engine/model/version.h"

namespace modgraph {
namespace {

bool stands_for_another(const ModuleVersion& required,
                        const Exclusions& excluded) {
  return excluded.contains(required) ||
         canonical_version(required.version) != required.version;
}

}  // namespace

StatedRequirements::StatedRequirements(const Project& project)
    : project_(project), has_row_(project.graph.node_count()) {
  // Where main modules stand in for others, their own lines do not say it.
  if (!project.has_stand_ins) {
    const Exclusions excluded(project.manifests);
    for (const Manifest& manifest : project.manifests)
      take_lines(manifest, excluded);
  }
  if (project.deep_requirements) take_pruned();
  for (const auto& [from, row] : rows_) has_row_[index(from)] = 1;
}

std::span<const NodeId> StatedRequirements::of(NodeId from) const {
  return has_row_[index(from)] == 0 ? project_.graph.requirements(from)
                                    : rows_.at(from).required;
}

std::span<const AbsentRequirement> StatedRequirements::absent(
    NodeId from) const {
  if (has_row_[index(from)] == 0) return {};
  return rows_.at(from).absent;
}

void StatedRequirements::take_lines(const Manifest& manifest,
                                    const Exclusions& excluded) {
  const ModuleGraph& graph = project_.graph;
  const auto main = main_of(graph, manifest);
  if (!main) return;
  Row& row = rows_[*main];
  std::set<std::string_view> as_resolved;
  for (const Requirement& r : manifest.require) {
    if (stands_for_another(r.module, excluded))
      as_resolved.insert(r.module.path);
    else
      add(row, r.module.path, r.module.version);
  }
  for (const NodeId to : graph.requirements(*main))
    if (graph.kind(graph.module_of(to)) != ModuleKind::kModule ||
        graph.is_main(to) || as_resolved.contains(graph.path(to)))
      row.required.push_back(to);
}

void StatedRequirements::take_pruned() {
  const ModuleGraph& graph = project_.graph;
  const auto& pruned = *project_.deep_requirements;
  for (std::size_t i = 0; i < pruned.size(); ++i) {
    // Above the selected version it was pruned out for good.
    const std::string_view version = i < project_.deep_versions.size()
                                         ? project_.deep_versions[i]
                                         : std::string_view();
    const NodeId selected = graph.selected(pruned[i].to);
    const NodeId from = graph.selected(pruned[i].from);
    if (graph.loaded(from) == Loaded::kYes) continue;
    if (version.empty() || graph.is_main(selected) ||
        compare_semver(version, graph.version(selected)) > 0)
      continue;
    add(rows_[from], graph.path(pruned[i].to), version);
  }
}

void StatedRequirements::add(Row& row, std::string_view path,
                             std::string_view version) {
  const auto module = project_.graph.find(path);
  if (!module) return;
  if (const auto node = project_.graph.find(path, version))
    row.required.push_back(*node);
  else
    row.absent.push_back({*module, version});
}

}  // namespace modgraph
