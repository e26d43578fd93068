#pragma once

// Which modules are in the build list only because an unselected version asks
// for them?

#include <cstdint>
#include <span>
#include <vector>

#include "engine/model/module_graph.h"

namespace modgraph {

/// Every version that was loaded counts, selected or not. So what a version
/// asks for that the build does not have stays in the build list.
struct LeftOver {
  ModuleId module{};
  /// Unselected versions that ask for it, ascending; empty when others do that
  /// are left over themselves.
  std::vector<NodeId> asked_by;
};

/// The modules that no main module reaches in the selected graph, ascending.
/// `exclusive` is by module and is 0 for these. O(V + E).
std::vector<LeftOver> left_over_modules(
    const ModuleGraph& graph, std::span<const std::uint32_t> exclusive);

}  // namespace modgraph
