#pragma once

// Boxes in columns, in their order, each below the one that it is under: a
// picture of many boxes that is never wider than a page.

#include <cstdint>
#include <optional>
#include <span>

#include "engine/layout/drawing.h"

namespace modgraph {

struct CardOptions {
  double column_width = 264;  // that of a box at the left edge, and its gutter
  double column_gap = 14;
  double row_gap = 9;
  double indent = 14;         // of a box below another; the gutter for lines
  std::uint32_t columns = 3;  // at most
};

/// `under` is the earlier box that a box stands below, by box. A box without one
/// begins a column's part; if there is a single one, it is the heading of all.
/// Lines lead from a box to one below it, at right angles; others are straight.
/// O(boxes * columns + lines).
Layout lay_out_cards(std::span<const LayoutBox> boxes,
                     std::span<const std::optional<std::uint32_t>> under,
                     std::span<const LayoutLine> lines,
                     const CardOptions& options = {});

/// How far a box is indented: the boxes that it is below, one after another,
/// without the heading. Boxes are as wide as their column, less that.
std::vector<std::uint32_t> card_depths(
    std::span<const std::optional<std::uint32_t>> under);

}  // namespace modgraph
