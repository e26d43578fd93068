#pragma once

// How much a picture may show.

#include <cstddef>
#include <limits>

namespace modgraph {

inline constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

struct ViewLimits {
  std::size_t max_boxes = 60;   // 0: everything is drawn
  std::size_t max_lines = 120;  // counts only together with max_boxes
};

}  // namespace modgraph
