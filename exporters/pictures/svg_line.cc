#include "exporters/pictures/svg_line.h"

#include <fmt/core.h>

#include <cmath>
#include <string>

#include "engine/layout/text_width.h"
#include "exporters/pictures/picture_labels.h"
#include "exporters/pictures/svg_style.h"

namespace modgraph {
namespace {

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

std::string title_of(const Picture& picture, const PictureLine& line) {
  std::string out = end_of(picture.boxes[line.from]) + " \u2192 " +
                    end_of(picture.boxes[line.to]);
  if (!line.forced.empty()) out += ": " + changes(line);
  if (!line.label.empty()) out += "; " + line.label;
  if (line.decides) out += "; it asks for the version that the build has";
  if (line.goes) out += "; this requirement goes";
  if (line.through_hidden) out += ", through modules not shown";
  return out;
}

}  // namespace

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
  out.title(title_of(picture, line));
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
