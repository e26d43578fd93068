#pragma once

// How much a picture may show.

#include <cstddef>

namespace modgraph {

struct ViewLimits {
  std::size_t max_boxes = 60;   // 0: everything is drawn
  std::size_t max_lines = 120;  // counts only together with max_boxes
};

}  // namespace modgraph
