#pragma once

// Boxes and lines for layout tests.

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "engine/layout/layered_graph.h"
#include "engine/layout/layout.h"

namespace modgraph::test {

struct Sketch {
  std::vector<LayoutBox> boxes;
  std::vector<LayoutLine> lines;
  std::uint32_t box_count() const {
    return static_cast<std::uint32_t>(boxes.size());
  }
};

/// "a: b c! | b: c": lines between boxes that are letters, numbered by the
/// alphabet; "!" says that a line closes a loop, "=" that it has a label.
Sketch sketch(std::string_view text);

/// Up to `most` boxes of random sizes and up to `density` lines per box; with
/// loops, repeats, lines from a box to itself and labels.
Sketch random_sketch(std::mt19937& random, std::uint32_t most, double density);

/// 0 -> 1 -> 2 -> ...
Sketch chain(std::uint32_t boxes);

/// What ordering and placing work on, made by the steps before them.
LayeredGraph layered(const Sketch& sketch);

/// Whether every vertex stands once, in its layer, where `position` says.
bool is_an_order(const LayeredGraph& graph, const LayerOrder& order);

}  // namespace modgraph::test
