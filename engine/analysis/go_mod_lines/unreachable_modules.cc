// Which modules are in the build list only because an unselected version asks
// for them?
//
// Minimal version selection takes the highest version of every module that it
// meets, and it meets the requirements of versions that it does not take. The
// modules that the selected graph does not reach are there for that reason.
// Cost: O(V + E).
// Tested by unreachable_modules_test.cc, indirect_agreement_test.cc.

#include "engine/analysis/go_mod_lines/unreachable_modules.h"

#include <algorithm>

namespace modgraph {

std::vector<UnreachableModule> unreachable_modules(
    const ModuleGraph& graph, std::span<const std::uint32_t> exclusive) {
  std::vector<UnreachableModule> out;
  for (const ModuleId m : graph.modules()) {
    if (graph.kind(m) != ModuleKind::kModule || exclusive[index(m)] != 0)
      continue;
    UnreachableModule& one = out.emplace_back();
    one.module = m;
    for (const NodeId version : graph.versions(m))
      for (const NodeId by : graph.requirers(version))
        if (!graph.is_selected(by) && graph.module_of(by) != m)
          one.required_by.push_back(by);
    std::sort(one.required_by.begin(), one.required_by.end());
    one.required_by.erase(
        std::unique(one.required_by.begin(), one.required_by.end()),
        one.required_by.end());
  }
  return out;
}

}  // namespace modgraph
