// Which way do the lines take?
//
// A line leaves the bottom of its upper box, and between two layers it bends
// from one lane to the next in an S whose ends are vertical. All lines between
// the same two layers bend between the same two heights, so two of them meet
// only where their ends are in opposite order: the curves cross exactly as
// often as the layer order says. Inside a layer lines are vertical.
// Time O(vertices + pieces).
// Tested by tests/engine/layout/layout_test.cc: no line meets a box.

#include "engine/layout/route.h"

#include <algorithm>
#include <cmath>

namespace modgraph {
namespace {

// A line that goes sideways by this much gets one more unit of height.
constexpr double kSidewaysPerHeight = 11;
constexpr double kMaxExtraGaps = 1.5;  // in layer gaps
// How far along the gap the handles of an S reach.
constexpr double kHandle = 0.5;
// Bends smaller than this are noise of rounding.
constexpr double kStraight = 0.01;

// Draws one line downwards, piece by piece.
class Pen {
 public:
  explicit Pen(Point start) { points_.push_back(start); }

  Point at() const { return points_.back(); }

  void down_to(double y) {
    const Point from = at();
    if (y - from.y < kStraight) return;
    const double third = (y - from.y) / 3;
    points_.push_back({from.x, from.y + third});
    points_.push_back({from.x, y - third});
    points_.push_back({from.x, y});
  }

  void bend_to(Point to) {
    const Point from = at();
    if (std::abs(to.x - from.x) < kStraight) return down_to(to.y);
    const double handle = kHandle * (to.y - from.y);
    points_.push_back({from.x, from.y + handle});
    points_.push_back({to.x, to.y - handle});
    points_.push_back(to);
  }

  std::vector<Point> finish() && { return std::move(points_); }

 private:
  std::vector<Point> points_;
};

}  // namespace

Bands stack_layers(const LayeredGraph& graph, std::span<const double> x,
                   const RouteOptions& options) {
  std::vector<double> height(graph.layer_count, 0);
  std::vector<double> sideways(graph.layer_count, 0);  // to the next layer
  for (std::uint32_t v = 0; v < graph.vertex_count(); ++v) {
    const std::uint32_t l = graph.layer[v];
    height[l] = std::max(height[l], graph.height[v]);
    for (std::uint32_t w : graph.below[v])
      sideways[l] = std::max(sideways[l], std::abs(x[v] - x[w]));
  }
  Bands bands;
  double y = 0;
  for (std::uint32_t l = 0; l < graph.layer_count; ++l) {
    bands.top.push_back(y);
    bands.bottom.push_back(y + height[l]);
    y += height[l] + options.layer_gap +
         std::min(sideways[l] / kSidewaysPerHeight,
                  kMaxExtraGaps * options.layer_gap);
  }
  return bands;
}

double top_of(const LayeredGraph& graph, const Bands& bands, std::uint32_t v,
              const RouteOptions& options) {
  const std::uint32_t l = graph.layer[v];
  const double room = bands.bottom[l] - bands.top[l] - graph.height[v];
  return bands.top[l] + room * options.anchor;
}

std::vector<LayoutCurve> route_lines(const LayeredGraph& graph,
                                     std::span<const double> x,
                                     const Bands& bands, const Ports& ports,
                                     const RouteOptions& options) {
  std::vector<LayoutCurve> curves(graph.chains.count());
  for (std::uint32_t line = 0; line < graph.chains.count(); ++line) {
    const auto chain = graph.chains[line];
    if (chain.empty()) continue;
    const std::uint32_t upper = chain.front(), lower = chain.back();
    Pen pen({x[upper] + ports.upper[line],
             top_of(graph, bands, upper, options) + graph.height[upper]});
    for (std::size_t k = 1; k < chain.size(); ++k) {
      const double port = k + 1 == chain.size() ? ports.lower[line] : 0;
      const std::uint32_t l = graph.layer[chain[k]];
      pen.down_to(bands.bottom[l - 1]);
      pen.bend_to({x[chain[k]] + port, bands.top[l]});
    }
    pen.down_to(top_of(graph, bands, lower, options));
    curves[line].points = std::move(pen).finish();
    if (graph.label[line] != LayeredGraph::kNoLabel) {
      const std::uint32_t v = graph.label[line];
      const std::uint32_t l = graph.layer[v];
      curves[line].has_label = true;
      curves[line].label = {x[v], (bands.top[l] + bands.bottom[l]) / 2};
    }
  }
  return curves;
}

}  // namespace modgraph
