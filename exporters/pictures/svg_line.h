#pragma once

// The lines of an SVG picture, with their arrow heads and labels.

#include "engine/layout/layout.h"
#include "engine/report/picture.h"
#include "exporters/pictures/svg_writer.h"

namespace modgraph {

/// What the layout has to know of a line.
LayoutLine layout_line(const Picture& picture, const PictureLine& line);

/// A group with a title for who points at it. `points` as in LayoutCurve.
void draw_line(const Picture& picture, const PictureLine& line,
               const std::vector<Point>& points, SvgWriter& out);

/// The label of a line that raises a version, on a ground of its own.
void draw_line_label(const PictureLine& line, Point center, SvgWriter& out);

}  // namespace modgraph
