#pragma once

// The few SVG elements that our pictures are made of. Everything that comes
// from input goes through text() or title(), which escape it; classes and
// coordinates are ours.

#include <string>
#include <string_view>
#include <vector>

#include "engine/layout/layout.h"
#include "exporters/text/sink.h"

namespace modgraph {

struct Rectangle {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  double radius = 4;
};

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
  /// `data` are path commands, made of path_point() and the like.
  void path(std::string_view data, std::string_view classes);

  /// For what is written once per picture. Not escaped.
  void raw(std::string_view markup) { out_.put(markup); }

 private:
  Sink& out_;
};

/// One digit behind the point at most, the same on every machine.
std::string svg_number(double value);
/// "12.5 7"
std::string svg_point(Point p);
/// "M... C..." through the control points of a curve.
std::string svg_curve(const std::vector<Point>& points);

}  // namespace modgraph
