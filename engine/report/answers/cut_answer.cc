#include "engine/report/answers/cut_answer.h"

#include <algorithm>

#include "engine/analysis/graph/requirement_cut.h"
#include "engine/findings/locations.h"

namespace modgraph {
namespace {

std::optional<Location> line_of(const Project& project, std::string_view main,
                                std::string_view path) {
  for (const Manifest& manifest : project.manifests) {
    if (!manifest.module || manifest.module->path != main) continue;
    for (const Requirement& r : manifest.require)
      if (r.module.path == path)
        return location_of(manifest, r.where, "asks for " + r.module.version);
  }
  return std::nullopt;
}

// The highest version of a module that a selected version asks for.
NodeId asked_for(const ModuleGraph& graph, NodeId from, ModuleId module) {
  NodeId highest = graph.versions(module).front();
  for (NodeId to : graph.requirements(from))
    if (graph.module_of(to) == module) highest = std::max(highest, to);
  return highest;
}

std::vector<CutRequirement> in_names(const Project& project,
                                     const std::vector<Edge<ModuleId>>& edges) {
  const ModuleGraph& graph = project.graph;
  std::vector<CutRequirement> out;
  for (const Edge<ModuleId>& e : edges) {
    const NodeId from = graph.selected(e.from);
    CutRequirement& one = out.emplace_back();
    one.from = graph.name(from);
    one.to = graph.name(asked_for(graph, from, e.to));
    one.ours = graph.is_main(from);
    if (one.ours)
      one.line = line_of(project, graph.path(e.from), graph.path(e.to));
  }
  // What is ours to change comes first.
  std::stable_partition(out.begin(), out.end(),
                        [](const CutRequirement& r) { return r.ours; });
  return out;
}

}  // namespace

std::optional<CutAnswer> cut_answer(const Project& project,
                                    const Analysis& analysis, ModuleId target) {
  const ModuleGraph& graph = project.graph;
  std::vector<ModuleId> mains;
  for (NodeId main : graph.mains()) mains.push_back(graph.module_of(main));
  const auto cut = requirement_cut(analysis.selected, mains, target);
  if (!cut) return std::nullopt;
  CutAnswer out;
  out.module = graph.name(graph.selected(target));
  out.reached = !cut->smallest.empty();
  out.smallest = in_names(project, cut->smallest);
  out.own = in_names(project, cut->own);
  for (NodeId version : graph.versions(target))
    for (NodeId from : graph.requirers(version))
      if (!graph.is_selected(from) && graph.module_of(from) != target)
        out.unselected_requirers.push_back(graph.name(from));
  std::sort(out.unselected_requirers.begin(), out.unselected_requirers.end());
  out.unselected_requirers.erase(std::unique(out.unselected_requirers.begin(),
                                             out.unselected_requirers.end()),
                                 out.unselected_requirers.end());
  return out;
}

}  // namespace modgraph
