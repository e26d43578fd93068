#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/layout/drawing.h"

namespace modgraph {

/// Layers of boxes, of which no one is wider than `width` unless a single box
/// is: one that is becomes several, its boxes in their order, and those below
/// move down. Lines still lead from a layer to a later one. O(boxes log boxes).
/// Tested by tests/engine/layout/wrap_layers_test.cc.
std::vector<std::uint32_t> wrap_layers(std::span<const LayoutBox> boxes,
                                       std::span<const std::uint32_t> layers,
                                       double width, double gap);

}  // namespace modgraph
