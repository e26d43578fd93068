#pragma once

// The first feasible answer of the network simplex method: positions that keep
// all distances, and a spanning tree of distances that are exactly kept.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/layout/distance.h"
#include "engine/layout/groups.h"

namespace modgraph {

/// A distance that is exactly at its minimum is *tight*. One tree of tight
/// distances for each connected part.
struct TightForest {
  std::vector<std::int32_t> at;               // by point
  std::vector<std::uint32_t> tree_distances;  // ids, in the order found
};

/// Distances by their tail, and by their head.
struct DistanceLists {
  DistanceLists(std::uint32_t point_count, std::span<const Distance> distances);
  Groups by_tail;
  Groups by_head;
};

/// `start` as in SimplexOptions. O((points + distances) log points).
TightForest tight_forest(std::uint32_t point_count,
                         std::span<const Distance> distances,
                         const DistanceLists& lists,
                         std::span<const std::int32_t> start);

}  // namespace modgraph
