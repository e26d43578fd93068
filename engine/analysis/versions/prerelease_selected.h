#pragma once

// Where is a pre-release or a pseudo-version selected although a release is
// required too?

#include <cstdint>
#include <span>
#include <vector>

#include "engine/model/digraph.h"
#include "engine/model/module_graph.h"

namespace modgraph {

enum class PrereleaseKind : std::uint8_t { kPrerelease, kPseudo };

/// A module whose selected version is not a release, while at least one
/// requirement names a release of it.
struct PrereleaseSelected {
  NodeId selected{};
  PrereleaseKind kind = PrereleaseKind::kPrerelease;
  NodeId release{};  // the highest release that is required
  /// What requires the selected version, and that release: rows of the
  /// requirers that were given, valid as long as they are.
  std::span<const NodeId> selected_by;
  std::span<const NodeId> release_by;
};

/// All of them, ascending by path. `requirers` is what distinct_requirers()
/// says of the graph. O(V + E).
std::vector<PrereleaseSelected> prerelease_selected(
    const ModuleGraph& graph, const Rows<NodeId>& requirers);

}  // namespace modgraph
