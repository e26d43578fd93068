// Which requirements of main modules add many modules that nothing else adds?
//
// The exclusive weight is known (exclusive.h); here is which modules it is
// computed for, and from which size on it is reported. In published modules, 10
// modules and 1 % of the build list leave two to seven lines of a go.mod.
// Cost: O(modules + lines log modules).
// Tested by heavy_test.cc, indirect_agreement_test.cc.

#include "engine/analysis/go_mod_lines/heavy.h"

#include <algorithm>

#include "engine/analysis/go_mod_lines/manifest_lookup.h"

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

}  // namespace modgraph
