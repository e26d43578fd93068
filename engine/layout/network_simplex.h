#pragma once

// Integer positions for points on a line under minimum distances, so that the
// weighted sum of distances is as small as it can be. Layers of a drawing and
// coordinates within layers are both of this form.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/layout/distance.h"

namespace modgraph {

struct SimplexOptions {
  /// Steps over distances after which the search stops; the answer is then
  /// feasible, but perhaps not the best.
  std::uint64_t work_limit = 120'000'000;
  /// By point: where to begin, near a good answer. Points that are too near
  /// to each other there are moved apart. Empty: all as low as they can be.
  std::span<const std::int32_t> start;
};

struct Positions {
  std::vector<std::int32_t> at;  // by point; the smallest is 0
  bool optimal = true;           // false: the work limit was reached
};

/// The distances must not contain a loop. Points that no chain of distances
/// connects are each placed from 0 on. Iterative; in practice a little more
/// than linear.
Positions network_simplex(std::uint32_t point_count,
                          std::span<const Distance> distances,
                          const SimplexOptions& options = {});

}  // namespace modgraph
