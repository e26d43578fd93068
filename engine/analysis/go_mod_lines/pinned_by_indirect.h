#pragma once

// Which selected versions are pinned by nothing but an `// indirect` line of a
// main module?

#include <cstddef>
#include <span>
#include <vector>

#include "engine/model/manifest.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// A line of a main module's go.mod.
struct LineOf {
  std::size_t manifest = 0;     // index of the go.mod
  std::size_t requirement = 0;  // index in its `require`
};

/// A selected version that only `// indirect` lines of the main modules
/// require. Others require the module at a lower version.
struct PinnedVersion {
  NodeId selected{};
  std::vector<LineOf> lines;  // one but in a workspace
  NodeId without{};           // what would be selected without these lines
  /// `without` is at least this: in a workspace other go.mod files are loaded
  /// then.
  bool is_bound = false;
};

/// All of them, ascending by module. Versions that are queries say nothing, and
/// a module that would leave the build is not pinned.
/// O(V + E) and the dominators, when there is a candidate at all.
std::vector<PinnedVersion> pinned_by_indirect(
    const ModuleGraph& graph, std::span<const Manifest> manifests);

}  // namespace modgraph
