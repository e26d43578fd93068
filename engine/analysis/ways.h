#pragma once

// Which direct dependencies lead to a module version, and on which way?

#include <cstddef>
#include <vector>

#include "engine/model/module_graph.h"
#include "engine/model/project.h"

namespace modgraph {

struct ModuleWays {
  /// For each direct dependency that leads there its shortest chain, from a
  /// main module to the version; the shortest first, then by ids. A module's
  /// own `// indirect` line is none: a pruned go.mod lists everything. Nor is
  /// its own line that is lower than this version.
  std::vector<std::vector<NodeId>> chains;
  /// The same from `// indirect` lines of other modules; looked for where
  /// `chains` is empty.
  std::vector<std::vector<NodeId>> from_indirect;
  /// The first of the same chains over recorded requirements alone, to exactly
  /// this version: as the graph has them, for a picture. Empty: there is none.
  std::vector<NodeId> recorded;
  /// The chains to a selected version pass through versions that are not
  /// selected: no selected version leads there.
  bool are_unselected = false;
};

/// Chains to a selected version are made of selected versions: of what their
/// go.mod files require, pruned out or not. Only where there is none, and for
/// another version, recorded requirements of all versions count. What a go.mod
/// file says was never read of is not known. O(V + E).
ModuleWays ways(const Project& project, NodeId version);

}  // namespace modgraph
