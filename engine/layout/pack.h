#pragma once

// Parts of a drawing that no line connects, side by side.

#include <span>
#include <vector>

#include "engine/layout/drawing.h"

namespace modgraph {

/// Where to put the upper left corner of each part, and the size of the whole.
struct Packing {
  std::vector<Point> corners;
  double width = 0;
  double height = 0;
};

/// Rows of parts, the highest parts first, in rows that aim at `aspect` (width
/// by height). Parts of the same height keep their order. O(n log n).
Packing pack(std::span<const LayoutBox> parts, double gap, double aspect);

}  // namespace modgraph
