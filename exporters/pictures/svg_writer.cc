#include "exporters/pictures/svg_writer.h"

#include <fmt/core.h>

#include <cmath>

#include "exporters/text/escape.h"

namespace modgraph {

void SvgWriter::open_group(std::string_view classes) {
  out_.put(fmt::format("<g class=\"{}\">\n", classes));
}

void SvgWriter::open_link(std::string_view url) {
  out_.put(fmt::format("<a href=\"{}\">\n", xml_text(url)));
}

void SvgWriter::title(std::string_view words) {
  out_.put(fmt::format("<title>{}</title>\n", xml_text(words)));
}

void SvgWriter::text(Point at, std::string_view classes,
                     std::string_view words) {
  out_.put(fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>\n",
                       classes, svg_number(at.x), svg_number(at.y),
                       xml_text(words)));
}

void SvgWriter::rectangle(const Rectangle& r, std::string_view classes) {
  out_.put(fmt::format(
      "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" "
      "height=\"{}\" rx=\"{}\"/>\n",
      classes, svg_number(r.x), svg_number(r.y), svg_number(r.width),
      svg_number(r.height), svg_number(r.radius)));
}

void SvgWriter::circle(Point center, double radius, std::string_view classes) {
  out_.put(fmt::format("<circle class=\"{}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n",
                       classes, svg_number(center.x), svg_number(center.y),
                       svg_number(radius)));
}

void SvgWriter::path(std::string_view data, std::string_view classes) {
  out_.put(fmt::format("<path class=\"{}\" d=\"{}\"/>\n", classes, data));
}

std::string svg_number(double value) {
  const double rounded = std::round(value * 10) / 10;
  std::string out = fmt::format("{:.1f}", rounded);
  if (out.ends_with(".0")) out.resize(out.size() - 2);
  return out == "-0" ? "0" : out;
}

std::string svg_point(Point p) {
  return svg_number(p.x) + " " + svg_number(p.y);
}

std::string svg_curve(const std::vector<Point>& points) {
  std::string out;
  for (std::size_t i = 0; i < points.size(); ++i) {
    out += i == 0 ? "M" : i % 3 == 1 ? "C" : " ";
    out += svg_point(points[i]);
  }
  return out;
}

}  // namespace modgraph
