#pragma once

// A graph whose lines all lead from one layer to the next: what ordering,
// placing and routing work on.
//
// Vertices below `box_count` are the boxes of one connected part; the others
// are *lane* vertices, one for each layer that a long line passes. A line with
// a label has the label's size on one of its lane vertices.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/layout/drawing.h"
#include "engine/layout/groups.h"

namespace modgraph {

struct LayeredGraph {
  std::uint32_t box_count = 0;
  std::uint32_t layer_count = 0;

  // By vertex. Width is along the layer, height across it.
  std::vector<std::uint32_t> layer;
  std::vector<double> width;
  std::vector<double> height;
  /// By box: its own width. `width` may have room for more than that.
  std::vector<double> side;

  // Neighbours in the next and in the previous layer, once per line.
  Groups below;
  Groups above;

  /// By line: its vertices from the upper to the lower end, both boxes
  /// included. Empty for a line from a box to itself and for one without lanes.
  Groups chains;
  /// By line: the lane vertex that carries the label, or kNoLabel.
  static constexpr std::uint32_t kNoLabel = 0xffffffff;
  std::vector<std::uint32_t> label;
  std::vector<std::uint32_t> line_weight;  // by line
  std::uint32_t lines_without_lanes = 0;

  std::uint32_t vertex_count() const {
    return static_cast<std::uint32_t>(layer.size());
  }
  bool is_box(std::uint32_t v) const { return v < box_count; }
};

struct LaneOptions {
  /// The longest lines get no lanes when there would be more than this.
  std::uint64_t lane_limit = 2'000'000;
};

/// `ranks` by box; `against[i]` turns line i around. O(boxes + lines + lanes).
LayeredGraph layered_graph(std::span<const LayoutBox> boxes,
                           std::span<const LayoutLine> lines,
                           std::span<const std::uint32_t> ranks,
                           std::span<const std::uint8_t> against,
                           const LaneOptions& options = {});

/// The order of every layer: position[v] is v's place in its layer, and
/// layers[l] lists layer l from left to right.
struct LayerOrder {
  Groups layers;
  std::vector<std::uint32_t> position;
};

}  // namespace modgraph
