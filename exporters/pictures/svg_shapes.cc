#include "exporters/pictures/svg_shapes.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/base/counted.h"
#include "engine/layout/text_width.h"
#include "exporters/pictures/picture_labels.h"
#include "exporters/pictures/svg_style.h"
#include "exporters/text/escape.h"

namespace modgraph {
namespace {

// What a box says, line by line.
struct BoxLabel {
  std::vector<std::string> name;
  std::string version;
};

BoxLabel box_label(const PictureBox& box) {
  // Cards have room for long names.
  constexpr std::size_t kCardLine = 35;
  if (box.under || box.bar)
    return {name_lines(box.name, kCardLine), version_line(box)};
  return {name_lines(box.name), version_line(box)};
}

FontWeight font_weight(const PictureBox& box) {
  return box.kind == BoxKind::kMain || box.in_question ? FontWeight::kBold
                                                       : FontWeight::kRegular;
}

std::string badge_words(std::uint32_t count) {
  return fmt::format("\u00d7{}", count);
}

double badge_width(std::string_view words) {
  return text_width(words, FontWeight::kRegular) * kBadgeSize + 8;
}

std::string box_title(const PictureBox& box) {
  std::string out = box.name;
  if (!box.version_before.empty()) out += " " + box.version_before + " \u2192";
  if (!box.version.empty()) out += " " + box.version;
  if (!box.replaced_by.empty()) out += " => " + box.replaced_by;
  if (box.other_versions > 0)
    out += "; " + counted(box.other_versions, "other version") + " required";
  if (box.change != BoxChange::kNone)
    out += "; " + std::string(words_of(box.change).meaning);
  if (!box.about.empty()) out += "; " + box.about;
  return out;
}

// A pile: the edges of two more boxes show above and to the right of the first.
constexpr double kPile = 6;

double pile_room(const PictureBox& box) {
  return box.kind == BoxKind::kGroup ? kPile : 0;
}

void draw_pile(const Rectangle& r, SvgWriter& out) {
  for (const double d : {kPile, kPile / 2})
    out.rectangle({r.x + d, r.y - d, r.width, r.height, r.radius}, "box");
}

// How much a line should be short and straight, against 1 for plain ones.
constexpr std::uint32_t kCriticalWeight = 4;

double label_width(const PictureLine& line) {
  return text_width(change_words(line), FontWeight::kRegular) * kVersionSize +
         8;
}

void arrow_head(const std::vector<Point>& points, const std::string& classes,
                SvgWriter& out) {
  const Point tip = points.back();
  const Point from = points[points.size() - 2];
  const double length = std::hypot(tip.x - from.x, tip.y - from.y);
  if (length < 1e-6) return;
  const double dx = (tip.x - from.x) / length;
  const double dy = (tip.y - from.y) / length;
  const Point back{tip.x - kTipLength * dx, tip.y - kTipLength * dy};
  out.path(
      "M" + svg_point(tip) + "L" +
          svg_point({back.x - kTipHalf * dy, back.y + kTipHalf * dx}) + "L" +
          svg_point({back.x + kTipHalf * dy, back.y - kTipHalf * dx}) + "Z",
      "tip" + classes);
}

// All of them, in full.
std::string changes(const PictureLine& line) {
  std::string out;
  for (const VersionChange& change : line.forced)
    out += fmt::format("{}{} \u2192 {}", out.empty() ? "" : ", ", change.from,
                       change.to);
  return out;
}

// Where versions are boxes of their own, the name alone is not enough.
std::string end_of(const PictureBox& box) {
  const bool version =
      box.kind == BoxKind::kSelected || box.kind == BoxKind::kUnselected;
  return version ? box.name + "@" + box.version : box.name;
}

std::string line_title(const Picture& picture, const PictureLine& line) {
  std::string out = end_of(picture.boxes[line.from]) + " \u2192 " +
                    end_of(picture.boxes[line.to]);
  if (!line.forced.empty()) out += ": " + changes(line);
  if (!line.label.empty()) out += "; " + line.label;
  if (line.decides) out += "; it requires the selected version";
  if (line.goes) out += "; this requirement is removed";
  if (line.through_hidden) out += ", through modules not shown";
  return out;
}

}  // namespace

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

constexpr double kBarHeight = 4;
constexpr double kBarRoom = 8;

double bar_width(const PictureBar& bar) {
  return text_width(bar.words, FontWeight::kRegular) * kVersionSize;
}

// What leaves with a module, as a part of the build.
void draw_bar(const PictureBar& bar, const Rectangle& r, SvgWriter& out) {
  const double y = r.y + r.height - kBarHeight - 5;
  const double width = r.width - 2 * kPadding;
  const double share = std::clamp(bar.share, 0.0, 1.0);
  out.rectangle({r.x + kPadding, y, width, kBarHeight, 2}, "bar-ground");
  out.rectangle(
      {r.x + kPadding, y, std::max(width * share, 2.0), kBarHeight, 2}, "bar");
  out.text({r.x + r.width - kPadding, y - 4}, "bar-words", bar.words);
}

LayoutBox box_size(const PictureBox& box) {
  const BoxLabel label = box_label(box);
  double name = 0;
  for (const std::string& line : label.name)
    name = std::max(name, text_width(line, font_weight(box)) * kNameSize);
  double version =
      text_width(label.version, FontWeight::kRegular) * kVersionSize;
  if (box.bar) version += bar_width(*box.bar) + kPadding;
  // The badge sits on the upper right corner, half of it beside the name.
  if (box.other_versions > 0)
    name += badge_width(badge_words(box.other_versions)) / 2 - 4;
  const double lines = static_cast<double>(label.name.size());
  return {
      std::max({name, version, kNarrowestBox}) + 2 * kPadding + pile_room(box),
      lines * kNameLine + (label.version.empty() ? 0 : kVersionLine) +
          (box.bar ? kBarRoom : 0) + 2 * kBoxInset + pile_room(box)};
}

void draw_box(const PictureBox& box, Point center, LayoutBox size,
              SvgWriter& out) {
  const BoxLabel label = box_label(box);
  const double pile = pile_room(box);
  const Rectangle r{center.x - size.width / 2,
                    center.y - size.height / 2 + pile, size.width - pile,
                    size.height - pile};
  if (!box.link.empty()) out.open_link(box.link);
  out.open_group("node " + classes_of(box));
  out.title(box_title(box));
  if (box.kind == BoxKind::kGroup) draw_pile(r, out);
  out.rectangle(r, "box");
  if (box.kind == BoxKind::kMain)
    out.rectangle({r.x + 3, r.y + 3, r.width - 6, r.height - 6, 2}, "inner");
  double y = r.y + kBoxInset;
  for (const std::string& line : label.name) {
    out.text({r.x + kPadding, y + kNameSize - 1}, "name", line);
    y += kNameLine;
  }
  if (!label.version.empty())
    out.text({r.x + kPadding, y + kVersionSize - 0.5}, "version",
             label.version);
  if (box.other_versions > 0)
    draw_badge(badge_words(box.other_versions), {r.x + r.width - 4, r.y}, out);
  if (box.bar) draw_bar(*box.bar, r, out);
  if (box.mark && !box.findings.empty())
    draw_numbers(*box.mark, finding_numbers(box), {r.x - 5, r.y - 2}, out);
  else if (box.mark)
    draw_mark(*box.mark, {r.x + 1, r.y + 1}, out);
  if (box.change != BoxChange::kNone)
    draw_change(box.change, {r.x + 1, r.y + r.height - 1}, out);
  out.close_group();
  if (!box.link.empty()) out.close_link();
}

// An octagon for errors and a triangle for warnings, each with its "!".
void draw_mark(Level level, Point at, SvgWriter& out) {
  const std::string name(level_name(level));
  const auto corner = [&](double dx, double dy) {
    return svg_point({at.x + dx, at.y + dy});
  };
  if (level == Level::kError)
    out.path("M" + corner(-3, -7) + "L" + corner(3, -7) + "L" + corner(7, -3) +
                 "L" + corner(7, 3) + "L" + corner(3, 7) + "L" + corner(-3, 7) +
                 "L" + corner(-7, 3) + "L" + corner(-7, -3) + "Z",
             "mark " + name);
  else
    out.path(
        "M" + corner(0, -8) + "L" + corner(8, 6) + "L" + corner(-8, 6) + "Z",
        "mark " + name);
  out.path("M" + corner(0, -3.6) + "v4.4", "bang " + name);
  out.circle({at.x, at.y + 3.6}, 0.9, "dot " + name);
}

// Square ends for errors, round ones for warnings.
double draw_numbers(Level level, std::string_view numbers, Point left,
                    SvgWriter& out) {
  const std::string name(level_name(level));
  const double width = std::max(badge_width(numbers), 13.0);
  out.rectangle(
      {left.x, left.y - 6.5, width, 13, level == Level::kError ? 1.5 : 6.5},
      "mark " + name);
  out.text({left.x + width / 2, left.y + 3.3}, "number " + name, numbers);
  return width;
}

void draw_change(BoxChange change, Point at, SvgWriter& out) {
  const ChangeWords words = words_of(change);
  out.circle(at, 6.5, "change " + std::string(words.name));
  out.text({at.x, at.y + 3.6}, "change-sign", words.sign);
}

void draw_badge(std::string_view words, Point at, SvgWriter& out) {
  const double w = badge_width(words);
  out.rectangle({at.x - w / 2, at.y - 6.5, w, 13, 6.5}, "badge");
  out.text({at.x, at.y + 3.2}, "badge-text", words);
}

LayoutLine layout_line(const Picture& picture, const PictureLine& line) {
  const auto is_main = [&](std::uint32_t box) {
    return picture.boxes[box].kind == BoxKind::kMain;
  };
  LayoutLine out;
  out.from = line.from;
  out.to = line.to;
  // Main modules come first, wherever a cycle through them could be opened.
  out.closes_loop =
      !is_main(line.from) && (is_main(line.to) || line.closes_cycle);
  if (!change_words(line).empty()) {
    out.label_width = label_width(line);
    out.label_height = kLabelHeight;
  }
  if (line.on_critical_path) out.weight = kCriticalWeight;
  return out;
}

void draw_line(const Picture& picture, const PictureLine& line,
               const std::vector<Point>& points, SvgWriter& out) {
  if (points.size() < 4) return;
  std::string classes = classes_of(line);
  if (!classes.empty()) classes.insert(0, " ");
  const std::string curve = svg_curve(points);
  out.raw("<g>");
  out.title(line_title(picture, line));
  // A line that is on the critical path and says more shows both: the path's
  // blue below, the other colour on it.
  if (line.on_critical_path && (line.in_cycle || !line.forced.empty()))
    out.path(curve, "line critical below");
  out.path(curve, "line" + classes);
  arrow_head(points, classes, out);
  out.close_group();
}

void draw_line_label(const PictureLine& line, Point center, SvgWriter& out) {
  if (change_words(line).empty()) return;
  const double w = label_width(line);
  out.rectangle({center.x - w / 2, center.y - kLabelHeight / 2, w, kLabelHeight,
                 kLabelHeight / 2},
                line.forced.empty() ? "label-ground plain" : "label-ground");
  out.text({center.x, center.y + kVersionSize / 2 - 1.4}, "line-label",
           change_words(line));
}

}  // namespace modgraph
