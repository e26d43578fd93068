#pragma once

// What goes into a drawing and what comes out: boxes and lines, centres and
// curves. layout.h makes the one from the other.

#include <cstdint>
#include <vector>

namespace modgraph {

/// x grows to the right, y grows downwards; the unit is whatever the boxes
/// were measured in.
struct Point {
  double x = 0;
  double y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

struct LayoutBox {
  double width = 0;
  double height = 0;
};

/// A line between two boxes, by their index.
struct LayoutLine {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  /// Room to keep free for a label on the line; 0: no label.
  double label_width = 0;
  double label_height = 0;
  /// How much it should be short and straight; at least 1.
  std::uint32_t weight = 1;
  /// Rather draw this one against the flow, if a loop must be opened.
  bool closes_loop = false;
};

/// Where lines lead: from top to bottom, or from left to right.
enum class Flow : std::uint8_t { kDown, kRight };

/// How much is done against crossings: enough to know the size of a drawing, or
/// all that pays.
enum class LayoutCare : std::uint8_t { kQuick, kFull };

struct LayoutOptions {
  Flow flow = Flow::kDown;
  LayoutCare care = LayoutCare::kFull;
  double box_gap = 20;    // between boxes of one layer
  double lane_gap = 12;   // between a line and a box or another line
  double layer_gap = 34;  // between layers, before room for slanted lines
  /// Layers that are wider become several; 0: none does. Lanes are not counted.
  double max_width = 0;
  double aspect = 1.6;  // width by height to aim at when packing parts
};

/// A placed line: 3k + 1 control points of k cubic Bezier curves, from the rim
/// of its source to the rim of its target; for a line whose ends are the same
/// box, a loop beside it.
struct LayoutCurve {
  std::vector<Point> points;
  Point label;  // its centre, if it has one
  bool has_label = false;

  void move(double dx, double dy) {
    for (Point& point : points) point = {point.x + dx, point.y + dy};
    label = {label.x + dx, label.y + dy};
  }
};

struct Layout {
  std::vector<Point> centers;         // by box
  std::vector<LayoutCurve> curves;    // by line
  std::vector<std::uint32_t> layers;  // by box; the first layer is 0
  double width = 0;
  double height = 0;
  /// Pairs of lines that cross, counted between neighbouring layers.
  std::uint64_t crossings = 0;
  /// Lines that got no lanes because all lanes together would be too many; they
  /// are drawn as one curve and may run through boxes.
  std::uint32_t lines_without_lanes = 0;  // their labels have no room either
};

}  // namespace modgraph
