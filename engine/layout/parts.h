#pragma once

// The connected parts of a drawing.

#include <cstdint>
#include <span>

#include "engine/layout/groups.h"
#include "engine/layout/layout.h"

namespace modgraph {

struct Parts {
  Groups boxes;  // by part, ascending; parts by their first box
  Groups lines;  // by part, ascending
};

/// O(boxes + lines).
Parts connected_parts(std::uint32_t box_count,
                      std::span<const LayoutLine> lines);

}  // namespace modgraph
