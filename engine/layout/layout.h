#pragma once

// A layered drawing: where to put boxes and the lines between them.
//
// Pure geometry. Boxes come with a size, lines with two ends; out come a centre
// for every box, a curve for every line and the size of the whole. Lines point
// along the flow wherever loops allow it, no two boxes overlap, and no line
// runs through a box.
//
//   lines that close a loop are turned around   acyclic.h
//   every box gets a layer                      ranks.h (network simplex)
//   layers that are too wide become several     wrap_layers.h
//   long lines get a lane in each layer         layered_graph.h
//   layers are ordered for few crossings        order.h
//   boxes and lanes get coordinates             place.h
//   lines become curves                         route.h
//   parts without a connection sit side by side pack.h
//
// The frame is that of K. Sugiyama, S. Tagawa and M. Toda, "Methods for visual
// understanding of hierarchical system structures" (1981). Same input, same
// coordinates, on any machine: no clocks, no randomness, no recursion.

#include <span>

#include "engine/layout/drawing.h"

namespace modgraph {

/// Boxes and lines in, coordinates out. Every `from` and `to` is below
/// boxes.size(). Lines may repeat. Near-linear in boxes plus lanes in practice;
/// every step that is not has a limit of work that it counts.
Layout lay_out(std::span<const LayoutBox> boxes,
               std::span<const LayoutLine> lines,
               const LayoutOptions& options = {});

}  // namespace modgraph
