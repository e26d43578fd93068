#include "cli/project/requirement_places.h"

#include <algorithm>
#include <utility>

#include "engine/base/file_path.h"
#include "engine/findings/locations.h"
#include "engine/model/build_list.h"
#include "engine/model/module_path.h"
#include "importers/go_mod/go_mod.h"
#include "importers/module_cache/module_cache.h"
#include "importers/module_cache/regular_file.h"

namespace modgraph {
namespace {

// What stands in the place of a module version; a folder has version "".
ModuleVersion read_for(const Project& project, NodeId node) {
  const ModuleGraph& graph = project.graph;
  const ModuleVersion own{std::string(graph.path(node)),
                          std::string(graph.version(node))};
  if (project.resolved && graph.is_selected(node)) {
    for (const ListedModule& m : *project.resolved)
      if (m.node == node) return m.replaced_by.value_or(own);
  }
  return replacement_of(project.manifests, graph, node).value_or(own);
}

}  // namespace

RequirementPlaces::RequirementPlaces(const ImportedProject& imported)
    : imported_(imported) {}

std::optional<Location> RequirementPlaces::find(
    const Edge<NodeId>& requirement) {
  const ModuleGraph& graph = imported_.project.graph;
  const Manifest* const manifest = manifest_of(requirement.from);
  if (manifest == nullptr) return std::nullopt;
  const Requirement* best = nullptr;
  for (const Requirement& r : manifest->require) {
    if (r.module.path != graph.path(requirement.to)) continue;
    // Of several lines the one with this very version.
    if (best == nullptr || r.module.version == graph.version(requirement.to))
      best = &r;
  }
  if (best == nullptr) return std::nullopt;
  return location_of(*manifest, best->where,
                     "asks for " + best->module.version);
}

const Manifest* RequirementPlaces::manifest_of(NodeId node) {
  const Project& project = imported_.project;
  if (project.graph.is_main(node)) {
    const auto found = std::find_if(
        project.manifests.begin(), project.manifests.end(),
        [&](const Manifest& m) {
          return m.module && m.module->path == project.graph.path(node);
        });
    return found == project.manifests.end() ? nullptr : &*found;
  }
  const auto known = read_.find(node);
  const auto& manifest = known != read_.end()
                             ? known->second
                             : read_.emplace(node, read(node)).first->second;
  return manifest ? &*manifest : nullptr;
}

std::optional<Manifest> RequirementPlaces::read(NodeId node) const {
  if (imported_.module_cache.empty()) return std::nullopt;
  const ModuleVersion module = read_for(imported_.project, node);
  if (module.version.empty()) return std::nullopt;
  const Spelling path = escape_path(module.path);
  const Spelling version = escape_version(module.version);
  if (!path || !version) return std::nullopt;
  auto text = read_regular_file(
      join_path(imported_.module_cache,
                "cache/download/" + *path + "/@v/" + *version + ".mod"),
      kMaxDependencyBytes);
  if (!text) return std::nullopt;
  auto manifest = parse_go_mod_lax(
      module.path + "@" + module.version + "/go.mod", std::move(*text));
  if (!manifest) return std::nullopt;
  return std::move(*manifest);
}

}  // namespace modgraph
