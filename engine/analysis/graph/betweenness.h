#pragma once

// Through which modules do the shortest chains of requirements lead?

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/model/digraph.h"

namespace modgraph {

/// Work above which it is not computed: vertices * edges. Two seconds or so.
inline constexpr std::uint64_t kBetweennessWorkLimit = 100'000'000;

/// By vertex: over all pairs of other vertices, the share of the shortest
/// chains from the one to the other that pass through it, summed up. None when
/// the work would be above `work_limit` (0: no limit). O(V * E).
std::optional<std::vector<double>> betweenness(
    const Digraph<ModuleId>& graph,
    std::uint64_t work_limit = kBetweennessWorkLimit);

}  // namespace modgraph
