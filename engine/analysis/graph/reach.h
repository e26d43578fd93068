#pragma once

// How many modules does each module need, and how many need it?

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/analysis/graph/components.h"
#include "engine/model/digraph.h"

namespace modgraph {

/// By vertex, itself excluded.
struct ReachCounts {
  std::vector<std::uint32_t> reaches;
  std::vector<std::uint32_t> reached_by;
};

/// Work above which counts are not computed unless wanted: V * E / 64 words
/// of bit sets.
inline constexpr std::uint64_t kReachWorkLimit = 100'000'000;

/// Exact counts by blocks of bits over the condensed graph; none when the work
/// would be above `work_limit` (0: no limit). O(V * E / 64).
template <class Id>
std::optional<ReachCounts> reach_counts(const Digraph<Id>& graph,
                                        const Components<Id>& components,
                                        std::uint64_t work_limit);

/// By vertex: whether some root reaches it. O(V + E).
template <class Id>
std::vector<bool> reachable(const Digraph<Id>& graph,
                            std::span<const Id> roots);

}  // namespace modgraph
