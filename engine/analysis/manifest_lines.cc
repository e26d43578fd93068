// Excluded versions of all go.mod files, sorted for look-up. Cost: O(n log n)
// for n exclude lines. Tested by tests/engine/analysis/raised_test.cc and
// input_agreement_test.cc.

#include "engine/analysis/manifest_lines.h"

#include <algorithm>

namespace modgraph {

std::optional<NodeId> main_of(const ModuleGraph& graph,
                              const Manifest& manifest) {
  if (manifest.kind != ManifestKind::kGoMod || !manifest.module)
    return std::nullopt;
  return graph.find(manifest.module->path, "");
}

Exclusions::Exclusions(std::span<const Manifest> manifests) {
  for (const Manifest& manifest : manifests)
    for (const Exclusion& exclusion : manifest.exclude)
      sorted_.push_back(exclusion.module);
  std::sort(sorted_.begin(), sorted_.end());
}

bool Exclusions::contains(const ModuleVersion& module) const {
  return std::binary_search(sorted_.begin(), sorted_.end(), module);
}

}  // namespace modgraph
