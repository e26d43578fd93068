#pragma once

// Coordinates across the layers, and the curves of the lines.

#include <span>
#include <vector>

#include "engine/layout/drawing.h"
#include "engine/layout/layered_graph.h"
#include "engine/layout/ports.h"

namespace modgraph {

struct RouteOptions {
  double layer_gap = 34;
  /// Where a box is in a layer that is higher than it: 0 at the upper edge,
  /// 0.5 in the middle.
  double anchor = 0.5;
};

/// The vertical extent of each layer.
struct Bands {
  std::vector<double> top;
  std::vector<double> bottom;
};

/// Layers below each other, with more room between two of them where lines go
/// far sideways. `x` is the centre of every vertex. O(vertices + pieces).
Bands stack_layers(const LayeredGraph& graph, std::span<const double> x,
                   const RouteOptions& options);

/// The upper edge of a vertex.
double top_of(const LayeredGraph& graph, const Bands& bands, std::uint32_t v,
              const RouteOptions& options);

/// The curve of every line from its upper to its lower end. Within a layer a
/// line runs straight down its lane, so it meets no box; between layers there
/// are none. O(vertices + pieces).
std::vector<LayoutCurve> route_lines(const LayeredGraph& graph,
                                     std::span<const double> x,
                                     const Bands& bands, const Ports& ports,
                                     const RouteOptions& options);

}  // namespace modgraph
