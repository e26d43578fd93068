#pragma once

// Which versions does an `// indirect` line of ours alone hold up?

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

/// A selected version that nobody asks for but `// indirect` lines of the main
/// modules. Somebody else asks for the module at a lower version.
struct HeldUpVersion {
  NodeId selected{};
  std::vector<LineOf> lines;  // one but in a workspace
  NodeId without{};           // what would be selected without these lines
  /// `without` is at least this: in a workspace other go.mod files are loaded
  /// then.
  bool is_bound = false;
};

/// All of them, ascending by module. Versions that are queries say nothing, and
/// a module that would leave the build is not held up.
/// O(V + E) and the dominators, when there is a candidate at all.
std::vector<HeldUpVersion> held_up_versions(
    const ModuleGraph& graph, std::span<const Manifest> manifests);

}  // namespace modgraph
