#pragma once

// Who keeps the go line of the build from being lower?

#include <optional>
#include <string>
#include <vector>

#include "engine/model/project.h"

namespace modgraph {

/// Dependencies whose go line is at least that of the build: since Go 1.21 the
/// go command raises a go line below that of any module that it loads.
struct ForcedGo {
  /// What the go.work, else the only go.mod says; "" when that is not known or
  /// there is no such line.
  std::string own;
  std::string forced;  // the highest go line of a dependency, 1.21 or later
  /// The dependencies that have it, selected or not, by printed name bytewise
  /// ascending.
  std::vector<NodeId> by;
  /// The line is below what the build has: the go command will raise it.
  bool raised = false;
};

/// Nothing when every dependency is content with an older Go than the build
/// says. Known from the `go` vertices of the graph; where the graph has none,
/// from the go lines that `go list` reports of what the main modules require
/// themselves, as those are always loaded. With several main modules and no
/// go.work the own line is the highest of theirs. O(V + E + rows log V).
std::optional<ForcedGo> forced_go(const Project& project);

}  // namespace modgraph
