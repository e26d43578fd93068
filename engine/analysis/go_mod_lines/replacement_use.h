#pragma once

// Which `replace` directives of the main modules and of go.work do anything in
// this build?

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "engine/model/manifest.h"
#include "engine/model/module_graph.h"
#include "engine/model/project.h"

namespace modgraph {

/// In the place of the index of a go.mod: the go.work file.
inline constexpr std::size_t kGoWorkFile =
    std::numeric_limits<std::size_t>::max();

/// A directive and its file.
struct PlacedReplacement {
  std::size_t manifest = 0;  // index of its go.mod, or kGoWorkFile
  Replacement directive;
};

enum class ReplacementEffect : std::uint8_t {
  kApplies,   // to a version of the graph, as far as is known
  kNone,      // no version of the graph is the one that it replaces
  kShadowed,  // another directive replaces the selected version
  kSilent,    // its module is a member of the workspace: it is for builds
              // without go.work
};

struct ReplacementUse {
  PlacedReplacement placed;
  ReplacementEffect effect = ReplacementEffect::kApplies;
  /// With kNone: the version that the build has instead, if it has any.
  std::optional<NodeId> instead;
  /// With kShadowed: the directive that counts.
  std::optional<PlacedReplacement> shadowed_by;
};

/// All of them: those of go.work, then those of the go.mod files, in the order
/// of the lines. A directive for a version that is not read (it is not
/// selected, and its go.mod was pruned out) has no effect either. Replacing is
/// not chained, and identical directives do not shadow each other.
/// O((directives + versions that they are for) * log directives).
std::vector<ReplacementUse> replacement_uses(const Project& project);

}  // namespace modgraph
