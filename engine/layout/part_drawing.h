#pragma once

// The drawing of one connected part, from top to bottom.

#include <span>
#include <vector>

#include "engine/layout/drawing.h"

namespace modgraph {

/// One connected part; boxes and lines are numbered from 0.
struct Part {
  std::vector<LayoutBox> boxes;
  std::vector<LayoutLine> lines;
};

/// Its upper left corner is (0, 0). Of the options, `flow` only decides where a
/// box is in a layer that is higher than it: in the middle, or, when the
/// drawing will be turned to the right, at the side where lines arrive.
Layout draw_part(const Part& part, const LayoutOptions& options);

}  // namespace modgraph
