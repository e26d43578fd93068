#pragma once

// Which requirements say something that no other chain of requirements says?

#include <cstdint>
#include <optional>

#include "engine/analysis/graph/components.h"
#include "engine/model/digraph.h"

namespace modgraph {

/// Work above which a reduction is not computed unless wanted: components *
/// edges / 64 words of bit sets. A second or so.
inline constexpr std::uint64_t kReductionWorkLimit = 1'000'000'000;

/// The graph with as few edges between components as keep all that is reached:
/// of two components that no third one connects the smallest edge is left, of
/// others none. Within a component every edge stays: which of them to leave
/// out would be a choice. Unique. None when the work would be above
/// `work_limit` (0: no limit). O(V * E / 64), memory 64 bytes per component.
std::optional<Digraph<ModuleId>> transitive_reduction(
    const Digraph<ModuleId>& graph, const Components<ModuleId>& components,
    std::uint64_t work_limit = kReductionWorkLimit);

}  // namespace modgraph
