#pragma once

// Which modules are in the build list only because an unselected version
// requires them?

#include <cstdint>
#include <span>
#include <vector>

#include "engine/model/module_graph.h"

namespace modgraph {

/// Minimal version selection follows every loaded version, selected or not. So
/// what an unselected version requires is in the build list too.
struct UnreachableModule {
  ModuleId module{};
  /// Unselected versions that require it, ascending; empty if only other
  /// unreachable modules do.
  std::vector<NodeId> required_by;
};

/// The modules that no main module reaches in the selected graph, ascending.
/// `exclusive` is by module and is 0 for these. O(V + E).
std::vector<UnreachableModule> unreachable_modules(
    const ModuleGraph& graph, std::span<const std::uint32_t> exclusive);

}  // namespace modgraph
