// Which requirements of main modules add many modules that nothing else adds?
//
// The exclusive weight is known (exclusive.h); here is which modules it is
// computed for, and from which size on it is reported. Others may require such
// a module too, or keep what it brings: where the build was resolved, each line
// is therefore dropped, with what only it needs (orphans.h), and what leaves is
// counted. In published modules, 10 modules and 1 % of the build list leave two
// to seven lines of a go.mod.
// Cost: O(modules + lines log modules), and O(V + E) for each that is dropped.
// Tested by heavy_test.cc, indirect_agreement_test.cc.

#include "engine/analysis/go_mod_lines/heavy.h"

#include <algorithm>

#include "engine/analysis/go_mod_lines/manifest_lookup.h"
#include "engine/analysis/go_mod_lines/orphans.h"

namespace modgraph {

std::vector<bool> direct_requirements(const ModuleGraph& graph,
                                      const Digraph<ModuleId>& selected,
                                      std::span<const Manifest> manifests) {
  std::vector<bool> out(graph.module_count());
  for (const Manifest& manifest : manifests) {
    if (!main_of(graph, manifest)) continue;
    for (const Requirement& line : manifest.require)
      if (const auto module = graph.find(line.module.path);
          module && !line.indirect)
        out[index(*module)] = true;
  }
  if (manifests.empty())
    for (const NodeId main : graph.mains())
      for (const ModuleId to : selected.dependencies(graph.module_of(main)))
        out[index(to)] = true;
  for (const NodeId main : graph.mains())
    out[index(graph.module_of(main))] = false;
  return out;
}

std::vector<HeavyRequirement> heavy_requirements(
    const ModuleGraph& graph, const Digraph<ModuleId>& selected,
    std::span<const Manifest> manifests,
    std::span<const std::uint32_t> exclusive, const HeavyOptions& options) {
  std::uint64_t modules = 0;
  for (const ModuleId m : graph.modules())
    modules += graph.kind(m) == ModuleKind::kModule ? 1u : 0u;
  const std::vector<bool> direct =
      direct_requirements(graph, selected, manifests);
  std::vector<HeavyRequirement> out;
  for (const ModuleId m : graph.modules()) {
    const std::uint64_t weight = exclusive[index(m)];
    if (!direct[index(m)] || weight < options.least_modules ||
        weight * 1000 < modules * options.least_per_mille)
      continue;
    out.push_back({m, exclusive[index(m)]});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const HeavyRequirement& a, const HeavyRequirement& b) {
                     return a.exclusive > b.exclusive;
                   });
  return out;
}

namespace {

// The only go.mod that requires a module directly.
std::optional<std::size_t> only_requirer(std::span<const Manifest> manifests,
                                         std::string_view path) {
  std::optional<std::size_t> out;
  for (std::size_t i = 0; i < manifests.size(); ++i)
    for (const Requirement& line : manifests[i].require) {
      if (line.indirect || line.module.path != path || out == i) continue;
      if (out) return std::nullopt;
      out = i;
    }
  return out;
}

}  // namespace

void weigh_by_dropping(const Project& project,
                       const Digraph<ModuleId>& selected,
                       std::vector<HeavyRequirement>& heavy,
                       const HeavyOptions& options) {
  const ModuleGraph& graph = project.graph;
  const auto is_module = [&](ModuleId m) {
    return graph.kind(m) == ModuleKind::kModule;
  };
  const auto modules = static_cast<std::uint64_t>(
      std::count_if(graph.modules().begin(), graph.modules().end(), is_module));
  const DroppedLines lines(project, selected);
  std::erase_if(heavy, [&](HeavyRequirement& one) {
    const auto file = only_requirer(project.manifests, graph.path(one.module));
    if (!file) return true;
    one.manifest = *file;
    const auto removed = lines.removed_with_orphans(*file, one.module);
    one.removes = static_cast<std::uint32_t>(
        std::count_if(removed.begin(), removed.end(), is_module));
    return *one.removes < options.least_modules ||
           std::uint64_t{*one.removes} * 1000 <
               modules * options.least_per_mille;
  });
  std::stable_sort(
      heavy.begin(), heavy.end(),
      [](const auto& a, const auto& b) { return a.removes > b.removes; });
}

}  // namespace modgraph
