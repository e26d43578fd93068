#include "exporters/svg.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "engine/layout/layout.h"
#include "engine/layout/text_width.h"
#include "exporters/picture_words.h"
#include "exporters/svg_style.h"
#include "exporters/xml_text.h"

namespace modgraph {
namespace {

using namespace svg_style;

constexpr std::size_t kLongestName = 44;  // code points in a box

// Coordinates with one digit are exact enough and the same everywhere.
std::string number(double value) {
  const double rounded = std::round(value * 10) / 10;
  std::string out = fmt::format("{:.1f}", rounded);
  if (out.ends_with(".0")) out.resize(out.size() - 2);
  return out == "-0" ? "0" : out;
}

std::string point(const Point& p) { return number(p.x) + " " + number(p.y); }

std::string badge_words(std::uint32_t count) {
  return fmt::format("\u00d7{}", count);
}

double badge_width(std::uint32_t count) {
  return text_width(badge_words(count), FontWeight::kRegular) * kBadgeSize + 8;
}

LayoutBox size_of(const PictureBox& box) {
  const double name =
      text_width(shortened(box.name, kLongestName),
                 box.kind == BoxKind::kMain ? FontWeight::kBold
                                            : FontWeight::kRegular) *
      kNameSize;
  const double version =
      text_width(version_line(box), FontWeight::kRegular) * kVersionSize;
  // The badge sits on the upper right corner, half of it over the name.
  const double badge =
      box.other_versions > 0 ? badge_width(box.other_versions) / 2 : 0;
  return {std::max({name + badge, version, 60.0}) + 2 * kPadding, kBoxHeight};
}

// Everything is placed once, top to bottom or left to right, whichever comes
// nearer to the shape of a screen.
Layout placed(const Picture& picture, const std::vector<LayoutBox>& boxes) {
  std::vector<LayoutLine> lines;
  for (const PictureLine& line : picture.lines) {
    LayoutLine l{line.from, line.to, 0, 0, 1, line.closes_cycle};
    if (!line.forced.empty()) {
      l.label_width =
          text_width(line.forced, FontWeight::kRegular) * kVersionSize;
      l.label_height = kVersionSize + 4;
    }
    if (line.on_critical_path) l.weight = 4;
    lines.push_back(l);
  }
  constexpr double kScreen = 1.6;
  constexpr std::size_t kTryBoth = 2000;  // boxes; beyond, one is enough
  LayoutOptions options;
  options.layer_gap = 40;
  Layout down = lay_out(boxes, lines, options);
  if (boxes.size() > kTryBoth) return down;
  options.flow = Flow::kRight;
  options.layer_gap = 60;
  options.box_gap = 12;
  Layout right = lay_out(boxes, lines, options);
  const auto off = [&](const Layout& l) {
    return std::abs(std::log(l.width / std::max(1.0, l.height) / kScreen));
  };
  return off(right) < off(down) ? right : down;
}

class SvgPicture {
 public:
  SvgPicture(const Picture& picture, Sink& out)
      : picture_(picture), out_(out), legend_(legend_of(picture)) {
    for (const PictureBox& box : picture.boxes) sizes_.push_back(size_of(box));
    layout_ = placed(picture, sizes_);
  }

  void write() {
    open();
    out_.put("<g class=\"lines\">\n");
    for (std::size_t i = 0; i < picture_.lines.size(); ++i) line(i);
    out_.put("</g>\n<g class=\"boxes\">\n");
    for (std::size_t i = 0; i < picture_.boxes.size(); ++i) box(i);
    out_.put("</g>\n");
    labels();
    out_.put("</g>\n");
    legend();
    out_.put("</svg>\n");
  }

 private:
  double width() const { return inner_width() + 2 * kMargin; }

  double inner_width() const {
    const double title =
        text_width(picture_.title, FontWeight::kBold) * kTitleSize;
    const double words =
        std::max(text_width(picture_.description, FontWeight::kRegular),
                 text_width(footer(), FontWeight::kRegular)) *
        kSmallSize;
    return std::max({layout_.width, title, words, kNarrowest});
  }

  double height() const {
    return kHeaderHeight + layout_.height + 2 * kMargin + footer_height();
  }

  // The rows of the legend, and what is hidden.
  double footer_height() const {
    double rows = 2;
    double x = 0;
    for (const LegendEntry& e : legend_) rows += starts_row(e, x) ? 1 : 0;
    return kLegendRow * rows + kMargin;
  }

  // Whether an entry must begin a new row; moves x behind it.
  bool starts_row(const LegendEntry& e, double& x) const {
    const bool starts = x > 0 && x + entry_width(e) > inner_width();
    x = (starts ? 0 : x) + entry_width(e);
    return starts;
  }

  static double entry_width(const LegendEntry& e) {
    return 34 + text_width(e.meaning, FontWeight::kRegular) * kSmallSize + 18;
  }

  std::string footer() const {
    std::string out = hidden_line(picture_);
    if (!picture_.source.empty())
      out += (out.empty() ? "" : ". ") + ("Drawn from " + picture_.source);
    return out;
  }

  void open() {
    out_.put(
        fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" "
                    "height=\"{1}\" viewBox=\"0 0 {0} {1}\" role=\"img\" "
                    "aria-labelledby=\"title desc\">\n",
                    number(width()), number(height())));
    out_.put(fmt::format("<title id=\"title\">{}</title>\n",
                         xml_text(picture_.title)));
    out_.put(fmt::format("<desc id=\"desc\">{}</desc>\n",
                         xml_text(picture_.description)));
    out_.put("<style>").put(sheet()).put("</style>\n");
    text(kMargin, kMargin + 8, "title", picture_.title);
    text(kMargin, kMargin + 26, "small", picture_.description);
    out_.put(fmt::format("<g transform=\"translate({} {})\">\n",
                         number(kMargin), number(kMargin + kHeaderHeight)));
  }

  void text(double x, double y, std::string_view classes,
            std::string_view words) {
    out_.put(fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\">{}</text>\n",
                         classes, number(x), number(y), xml_text(words)));
  }

  void line(std::size_t i) {
    const PictureLine& l = picture_.lines[i];
    const auto& points = layout_.curves[i].points;
    if (points.size() < 4 || out_.failed()) return;
    const std::string classes = classes_of(l);
    const std::string with_blank = classes.empty() ? "" : " " + classes;
    out_.put(fmt::format(
        "<g><title>{} \u2192 {}{}</title><path class=\"line{}\" d=\"M{}",
        xml_text(picture_.boxes[l.from].name),
        xml_text(picture_.boxes[l.to].name),
        l.forced.empty() ? "" : ": " + xml_text(l.forced), with_blank,
        point(points[0])));
    for (std::size_t p = 1; p < points.size(); ++p)
      out_.put(p % 3 == 1 ? "C" : " ").put(point(points[p]));
    out_.put("\"/>");
    arrow_head(points, with_blank);
    out_.put("</g>\n");
  }

  void arrow_head(const std::vector<Point>& points,
                  const std::string& classes) {
    const Point tip = points.back();
    const Point from = points[points.size() - 2];
    const double length = std::hypot(tip.x - from.x, tip.y - from.y);
    if (length < 1e-6) return;
    const double dx = (tip.x - from.x) / length;
    const double dy = (tip.y - from.y) / length;
    const Point left{tip.x - 8 * dx - 3.4 * dy, tip.y - 8 * dy + 3.4 * dx};
    const Point right{tip.x - 8 * dx + 3.4 * dy, tip.y - 8 * dy - 3.4 * dx};
    out_.put(fmt::format("<path class=\"tip{}\" d=\"M{}L{}L{}Z\"/>", classes,
                         point(tip), point(left), point(right)));
  }

  // Above all boxes and lines.
  void labels() {
    for (std::size_t i = 0; i < picture_.lines.size(); ++i)
      if (!picture_.lines[i].forced.empty())
        text(layout_.curves[i].label.x, layout_.curves[i].label.y + 3,
             "line-label", picture_.lines[i].forced);
  }

  void box(std::size_t i) {
    if (out_.failed()) return;
    const PictureBox& b = picture_.boxes[i];
    const double w = sizes_[i].width;
    const double h = sizes_[i].height;
    const double x = layout_.centers[i].x - w / 2;
    const double y = layout_.centers[i].y - h / 2;
    std::string title = b.name;
    if (!b.version.empty()) title += " " + b.version;
    if (!b.replaced_by.empty()) title += " => " + b.replaced_by;
    if (!b.about.empty()) title += ": " + b.about;
    out_.put(fmt::format("<g class=\"node {}\"><title>{}</title>\n",
                         classes_of(b), xml_text(title)));
    rectangle("box", x, y, w, h);
    if (b.kind == BoxKind::kMain)
      rectangle("inner", x + 3, y + 3, w - 6, h - 6);
    text(x + kPadding, y + 15, "name", shortened(b.name, kLongestName));
    text(x + kPadding, y + 27, "version", version_line(b));
    if (b.other_versions > 0) badge(x + w - 4, y, b.other_versions);
    if (b.mark) mark(x + 2, y + 2, *b.mark);
    out_.put("</g>\n");
  }

  void rectangle(std::string_view classes, double x, double y, double w,
                 double h) {
    out_.put(
        fmt::format("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" "
                    "height=\"{}\" rx=\"4\"/>\n",
                    classes, number(x), number(y), number(w), number(h)));
  }

  // On the corner of a box, its centre.
  void badge(double x, double y, std::uint32_t count) {
    const double w = badge_width(count);
    out_.put(
        fmt::format("<rect class=\"badge\" x=\"{}\" y=\"{}\" width=\"{}\" "
                    "height=\"13\" rx=\"6.5\"/>",
                    number(x - w / 2), number(y - 6.5), number(w)));
    text(x, y + 3.2, "badge-text", badge_words(count));
  }

  void mark(double x, double y, Level level) {
    const std::string_view name = level_name(level);
    out_.put(
        fmt::format("<circle class=\"mark {}\" cx=\"{}\" cy=\"{}\" r=\"6.5\"/>",
                    name, number(x), number(y)));
    text(x, y + 3.6, "mark-text " + std::string(name), "!");
  }

  void legend() {
    double x = 0;
    double y = kHeaderHeight + layout_.height + 2 * kMargin + 10;
    out_.put("<g class=\"legend\">\n");
    for (const LegendEntry& e : legend_) {
      if (starts_row(e, x)) y += kLegendRow;
      const double left = kMargin + x - entry_width(e);
      sign(e, left, y);
      text(left + 34, y + 3.5, "small", e.meaning);
    }
    text(kMargin, y + kLegendRow + 4, "small", footer());
    out_.put("</g>\n");
  }

  void sign(const LegendEntry& e, double x, double y) {
    switch (e.sign) {
      case LegendEntry::Sign::kBox:
        out_.put(fmt::format("<g class=\"{}\">", e.classes));
        rectangle("box", x, y - 6, 26, 12);
        if (e.classes == "main") rectangle("inner", x + 3, y - 3, 20, 6);
        out_.put("</g>\n");
        return;
      case LegendEntry::Sign::kLine:
        out_.put(fmt::format("<path class=\"line {}\" d=\"M{} {}h26\"/>\n",
                             e.classes, number(x), number(y)));
        return;
      case LegendEntry::Sign::kBadge:
        badge(x + 13, y, 3);
        return;
      case LegendEntry::Sign::kMark:
        mark(x + 13, y, e.classes == "error" ? Level::kError : Level::kWarning);
        return;
    }
  }

  const Picture& picture_;
  Sink& out_;
  std::vector<LegendEntry> legend_;
  std::vector<LayoutBox> sizes_;
  Layout layout_;
};

}  // namespace

void write_svg(const Picture& picture, Sink& out) {
  SvgPicture(picture, out).write();
}

}  // namespace modgraph
