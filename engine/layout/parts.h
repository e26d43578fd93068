#pragma once

// The connected parts of a drawing.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/layout/drawing.h"
#include "engine/layout/groups.h"

namespace modgraph {

struct Parts {
  Groups boxes;  // by part, ascending; parts by their first box
  Groups lines;  // by part, ascending
  std::vector<std::uint32_t> place;  // by box: its index in its part's row
};

/// O(boxes + lines).
Parts connected_parts(std::uint32_t box_count,
                      std::span<const LayoutLine> lines);

}  // namespace modgraph
