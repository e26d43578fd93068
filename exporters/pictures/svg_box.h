#pragma once

// The box of a module in an SVG picture: how large it is, and its drawing.

#include <string_view>

#include "engine/layout/layout.h"
#include "engine/report/picture.h"
#include "exporters/pictures/svg_writer.h"

namespace modgraph {

/// Room for the name, the version line and the signs.
LayoutBox box_size(const PictureBox& box);

/// A group with a title for who points at it.
void draw_box(const PictureBox& box, Point center, SvgWriter& out);

// The signs, for the legend too; all are placed by their centre.
void draw_mark(Level level, Point at, SvgWriter& out);
void draw_change(BoxChange change, Point at, SvgWriter& out);
void draw_badge(std::string_view words, Point at, SvgWriter& out);

}  // namespace modgraph
