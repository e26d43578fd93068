#pragma once

// What stands below an SVG picture: the signs that occur in it, what is hidden,
// and what it was drawn from.

#include <string>
#include <vector>

#include "engine/report/picture.h"
#include "exporters/pictures/picture_labels.h"
#include "exporters/pictures/svg_writer.h"

namespace modgraph {

/// Text broken at blanks into lines that fit a width; a word that is too long
/// for one has it for itself. O(length).
std::vector<std::string> wrapped(std::string_view text, double width,
                                 double font_size);

class SvgLegend {
 public:
  /// Arranged in rows of at most `width`.
  SvgLegend(const Picture& picture, double width);

  double height() const;
  /// `corner` is its upper left one.
  void draw(Point corner, SvgWriter& out) const;

 private:
  struct Place {
    LegendEntry entry;
    double x = 0;
    double row = 0;
  };

  std::vector<Place> places_;
  double rows_ = 0;
  std::vector<std::string> words_;
};

}  // namespace modgraph
