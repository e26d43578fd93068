#pragma once

// Where does the build have a pre-release or a pseudo-version although somebody
// asks for a release?

#include <cstdint>
#include <span>
#include <vector>

#include "engine/model/digraph.h"
#include "engine/model/module_graph.h"

namespace modgraph {

enum class EarlyKind : std::uint8_t { kPrerelease, kPseudo };

/// A module whose selected version is not a release, while at least one
/// requirer asks for a release of it.
struct EarlyVersion {
  NodeId selected{};
  EarlyKind kind = EarlyKind::kPrerelease;
  NodeId release{};  // the highest release that is asked for
  /// Who asks for the selected version, and for that release: rows of the
  /// requirers that were given, valid as long as they are.
  std::span<const NodeId> decided_by;
  std::span<const NodeId> release_by;
};

/// All of them, ascending by path. `requirers` is what distinct_requirers()
/// says of the graph. O(V + E).
std::vector<EarlyVersion> early_versions(const ModuleGraph& graph,
                                         const Rows<NodeId>& requirers);

}  // namespace modgraph
