#pragma once

// A Picture as SVG 1.1: boxes and curves with a legend, light and dark. No
// script, no fonts, no address outside the file; text from input is escaped.

#include "engine/report/picture.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// Lays the picture out and writes it.
void write_svg(const Picture& picture, Sink& out);

/// Whether it is no wider than a page, 860 px. Lays it out.
bool fits_page(const Picture& picture);

}  // namespace modgraph
