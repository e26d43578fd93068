#pragma once

// What an SVG picture is made of: a few elements, and the boxes, lines and
// signs that are drawn with them.

#include <string>
#include <string_view>
#include <vector>

#include "engine/layout/layout.h"
#include "engine/report/picture.h"
#include "exporters/text/sink.h"

namespace modgraph {

struct Rectangle {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  double radius = 4;
};

/// Everything that comes from input goes through text(), title() or
/// open_link(), which escape it; classes and coordinates are ours.
class SvgWriter {
 public:
  explicit SvgWriter(Sink& out) : out_(out) {}

  bool failed() const { return out_.failed(); }

  void open_group(std::string_view classes);
  void close_group() { out_.put("</g>\n"); }
  /// Around a group; `url` leads there.
  void open_link(std::string_view url);
  void close_link() { out_.put("</a>\n"); }
  void title(std::string_view words);
  void text(Point at, std::string_view classes, std::string_view words);
  void rectangle(const Rectangle& r, std::string_view classes);
  void circle(Point center, double radius, std::string_view classes);
  /// `data` are path commands, made of svg_point() and svg_curve().
  void path(std::string_view data, std::string_view classes);

  /// For what is written once per picture. Not escaped.
  void raw(std::string_view markup) { out_.put(markup); }

 private:
  Sink& out_;
};

/// At most one digit after the point, the same on every machine.
std::string svg_number(double value);
/// "12.5 7"
std::string svg_point(Point p);
/// "M... C..." through the control points of a curve.
std::string svg_curve(const std::vector<Point>& points);

/// Room for the name, the version line, the bar and the signs.
LayoutBox box_size(const PictureBox& box);

/// A group with a title, which browsers show as a tooltip; `size` is at least
/// as wide as box_size().
void draw_box(const PictureBox& box, Point center, LayoutBox size,
              SvgWriter& out);

// The signs, for the legend too; all are placed by their centre.
void draw_mark(Level level, Point at, SvgWriter& out);
/// The numbers of findings, from its left end on; returns its width.
double draw_numbers(Level level, std::string_view numbers, Point left,
                    SvgWriter& out);
void draw_change(BoxChange change, Point at, SvgWriter& out);
void draw_badge(std::string_view words, Point at, SvgWriter& out);

/// What the layout has to know of a line.
LayoutLine layout_line(const Picture& picture, const PictureLine& line);

/// A group with a title, which browsers show as a tooltip. `points` as in LayoutCurve.
void draw_line(const Picture& picture, const PictureLine& line,
               const std::vector<Point>& points, SvgWriter& out);

/// The label of a line that raises a version, on a ground of its own.
void draw_line_label(const PictureLine& line, Point center, SvgWriter& out);

}  // namespace modgraph
