#include "exporters/pictures/svg_box.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

#include "engine/layout/text_width.h"
#include "exporters/pictures/picture_labels.h"
#include "exporters/pictures/svg_style.h"

namespace modgraph {
namespace {

// What a box says, line by line.
struct Label {
  std::vector<std::string> name;
  std::string version;
};

Label label_of(const PictureBox& box) {
  return {name_lines(box.name), version_line(box)};
}

FontWeight weight_of(const PictureBox& box) {
  return box.kind == BoxKind::kMain || box.in_question ? FontWeight::kBold
                                                       : FontWeight::kRegular;
}

std::string badge_words(std::uint32_t count) {
  return fmt::format("\u00d7{}", count);
}

double badge_width(std::string_view words) {
  return text_width(words, FontWeight::kRegular) * kBadgeSize + 8;
}

std::string title_of(const PictureBox& box) {
  std::string out = box.name;
  if (!box.version_before.empty()) out += " " + box.version_before + " \u2192";
  if (!box.version.empty()) out += " " + box.version;
  if (!box.replaced_by.empty()) out += " => " + box.replaced_by;
  if (box.other_versions > 0)
    out += fmt::format("; {} other version{} asked for", box.other_versions,
                       box.other_versions == 1 ? " is" : "s are");
  if (box.change != BoxChange::kNone)
    out += "; " + std::string(words_of(box.change).meaning);
  if (!box.about.empty()) out += "; " + box.about;
  return out;
}

// A pile: the rims of two more boxes behind the first, above and to the right.
constexpr double kPile = 6;

double pile_room(const PictureBox& box) {
  return box.kind == BoxKind::kGroup ? kPile : 0;
}

void draw_pile(const Rectangle& r, SvgWriter& out) {
  for (const double d : {kPile, kPile / 2})
    out.rectangle({r.x + d, r.y - d, r.width, r.height, r.radius}, "box");
}

}  // namespace

LayoutBox box_size(const PictureBox& box) {
  const Label label = label_of(box);
  double name = 0;
  for (const std::string& line : label.name)
    name = std::max(name, text_width(line, weight_of(box)) * kNameSize);
  const double version =
      text_width(label.version, FontWeight::kRegular) * kVersionSize;
  // The badge sits on the upper right corner, half of it beside the name.
  if (box.other_versions > 0)
    name += badge_width(badge_words(box.other_versions)) / 2 - 4;
  const double lines = static_cast<double>(label.name.size());
  return {
      std::max({name, version, kNarrowestBox}) + 2 * kPadding + pile_room(box),
      lines * kNameLine + (label.version.empty() ? 0 : kVersionLine) +
          2 * kBoxInset + pile_room(box)};
}

void draw_box(const PictureBox& box, Point center, SvgWriter& out) {
  const LayoutBox size = box_size(box);
  const Label label = label_of(box);
  const double pile = pile_room(box);
  const Rectangle r{center.x - size.width / 2,
                    center.y - size.height / 2 + pile, size.width - pile,
                    size.height - pile};
  if (!box.link.empty()) out.open_link(box.link);
  out.open_group("node " + classes_of(box));
  out.title(title_of(box));
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
  if (box.mark) draw_mark(*box.mark, {r.x + 1, r.y + 1}, out);
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

}  // namespace modgraph
