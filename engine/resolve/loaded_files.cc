#include "engine/resolve/loaded_files.h"

#include <algorithm>
#include <set>
#include <utility>

#include "engine/resolve/vendor_roots.h"

namespace modgraph {

std::vector<LoadedFile> loaded_files(const ModuleGraph& graph,
                                     const Replacements& replacements) {
  std::vector<LoadedFile> out;
  for (const NodeId node : graph.nodes()) {
    if (graph.is_main(node) || graph.loaded(node) != Loaded::kYes ||
        graph.kind(graph.module_of(node)) != ModuleKind::kModule)
      continue;
    ModuleVersion read{std::string(graph.path(node)),
                       std::string(graph.version(node))};
    if (auto by = replacements.find(read.path, read.version))
      read = std::move(by->read);
    out.push_back({node, std::move(read)});
  }
  return out;
}

std::vector<ExcludedRequirement> excluded_requirements(
    const MainModules& mains, const ModuleGraph& graph,
    const std::vector<LoadedFile>& loaded, SummaryStore& store) {
  std::vector<ExcludedRequirement> out;
  std::set<VersionId> excluded;
  for (const MainModule& m : mains.modules)
    for (const Exclusion& e : m.manifest.exclude)
      excluded.insert(store.id(e.module));
  if (excluded.empty()) return out;
  const auto look = [&](VersionId id, const ModuleVersion& by) {
    if (excluded.contains(id)) out.push_back({store.table().module(id), by});
  };
  for (const MainModule& m : mains.modules)
    for (const Requirement& r : m.manifest.require)
      look(store.id(r.module), {m.manifest.module->path, ""});
  for (const LoadedFile& file : loaded) {
    const VersionId read = store.id(file.read);
    if (!store.knows(read)) continue;
    const ModuleVersion by{std::string(graph.path(file.node)),
                           std::string(graph.version(file.node))};
    for (const VersionId id : store.of(read).require) look(id, by);
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return a.excluded < b.excluded;
  });
  return out;
}

std::vector<ModuleVersion> missing_go_mod_sums(
    const std::vector<LoadedFile>& loaded, const GoSums& sums) {
  std::vector<ModuleVersion> out;
  for (const LoadedFile& file : loaded)
    if (!file.read.version.empty() &&
        !sums.has(file.read.path, file.read.version + "/go.mod"))
      out.push_back(file.read);
  sort_modules(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace modgraph
