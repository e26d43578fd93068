#pragma once

// What the network simplex method is asked to keep: least distances between
// points on a line.

#include <cstdint>

namespace modgraph {

/// position[head] - position[tail] >= min_length, and `weight` is paid for
/// every unit of the distance. `weight` may be 0.
struct Distance {
  std::uint32_t tail = 0;
  std::uint32_t head = 0;
  std::int32_t min_length = 1;
  std::int32_t weight = 1;
};

}  // namespace modgraph
