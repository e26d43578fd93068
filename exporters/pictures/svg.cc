#include "exporters/pictures/svg.h"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "engine/layout/layout.h"
#include "engine/layout/text_width.h"
#include "exporters/pictures/svg_box.h"
#include "exporters/pictures/svg_legend.h"
#include "exporters/pictures/svg_line.h"
#include "exporters/pictures/svg_style.h"
#include "exporters/pictures/svg_writer.h"
#include "exporters/text/escape.h"

namespace modgraph {
namespace {

// What a laptop shows without scrolling, less the words around the drawing.
constexpr double kScreenWidth = 1440;
constexpr double kScreenHeight = 760;
// Boxes beyond which a second layout, to compare, is not worth its time.
constexpr std::size_t kTryBoth = 500;

LayoutOptions layout_options(Flow flow) {
  LayoutOptions out;
  out.flow = flow;
  out.lane_gap = 9;
  out.box_gap = flow == Flow::kDown ? 16 : 12;
  out.layer_gap = flow == Flow::kDown ? 26 : 44;
  out.aspect = kScreenWidth / kScreenHeight;
  return out;
}

// How many screens a drawing covers in its longer direction.
double screens(const Layout& layout) {
  return std::max(layout.width / kScreenWidth, layout.height / kScreenHeight);
}

// Top to bottom or left to right, whichever needs less of a screen.
Layout placed(const Picture& picture, const std::vector<LayoutBox>& boxes) {
  std::vector<LayoutLine> lines;
  for (const PictureLine& line : picture.lines)
    lines.push_back(layout_line(picture, line));
  LayoutOptions down = layout_options(Flow::kDown);
  if (boxes.size() > kTryBoth) return lay_out(boxes, lines, down);
  LayoutOptions right = layout_options(Flow::kRight);
  down.care = right.care = LayoutCare::kQuick;
  LayoutOptions& better = screens(lay_out(boxes, lines, right)) <
                                  screens(lay_out(boxes, lines, down))
                              ? right
                              : down;
  better.care = LayoutCare::kFull;
  return lay_out(boxes, lines, better);
}

class SvgPicture {
 public:
  SvgPicture(const Picture& picture, Sink& out)
      : picture_(picture),
        sink_(out),
        out_(out),
        layout_(layout_of(picture)),
        width_(inner_width()),
        legend_(picture, width_) {}

  void write() {
    open();
    out_.open_group("lines");
    for (std::size_t i = 0; i < picture_.lines.size() && !out_.failed(); ++i)
      draw_line(picture_, picture_.lines[i], layout_.curves[i].points, out_);
    out_.close_group();
    out_.open_group("boxes");
    for (std::size_t i = 0; i < picture_.boxes.size() && !out_.failed(); ++i)
      draw_box(picture_.boxes[i], layout_.centers[i], out_);
    out_.close_group();
    // Labels stand above everything, on lanes of their own.
    for (std::size_t i = 0; i < picture_.lines.size(); ++i)
      if (layout_.curves[i].has_label)
        draw_line_label(picture_.lines[i], layout_.curves[i].label, out_);
    out_.close_group();
    legend_.draw({kMargin, legend_top()}, out_);
    out_.raw("</svg>\n");
  }

 private:
  static Layout layout_of(const Picture& picture) {
    std::vector<LayoutBox> sizes;
    for (const PictureBox& box : picture.boxes) sizes.push_back(box_size(box));
    return placed(picture, sizes);
  }

  // An image is one thing to a screen reader; what is in it cannot be visited.
  bool has_links() const {
    return std::any_of(picture_.boxes.begin(), picture_.boxes.end(),
                       [](const PictureBox& b) { return !b.link.empty(); });
  }

  double inner_width() const {
    const double title =
        text_width(picture_.title, FontWeight::kBold) * kTitleSize;
    const double words =
        text_width(picture_.description, FontWeight::kRegular) * kSmallSize;
    return std::max({layout_.width, title, words, kNarrowest});
  }

  double legend_top() const {
    return kHeaderHeight + layout_.height + 2 * kMargin;
  }

  void open() {
    const std::string width = svg_number(width_ + 2 * kMargin);
    const std::string height =
        svg_number(legend_top() + legend_.height() + kMargin);
    sink_.put(
        fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" "
                    "height=\"{1}\" viewBox=\"0 0 {0} {1}\" role=\"{2}\" "
                    "aria-labelledby=\"title desc\">\n",
                    width, height, has_links() ? "group" : "img"));
    sink_.put(fmt::format("<title id=\"title\">{}</title>\n",
                          xml_text(picture_.title)));
    sink_.put(fmt::format("<desc id=\"desc\">{}</desc>\n",
                          xml_text(picture_.description)));
    out_.raw("<style>");
    out_.raw(svg_style_sheet());
    out_.raw("</style>\n");
    out_.text({kMargin, kMargin + 12}, "title", picture_.title);
    out_.text({kMargin, kMargin + 29}, "small", picture_.description);
    // The drawing, centred.
    out_.raw(fmt::format("<g transform=\"translate({} {})\">\n",
                         svg_number(kMargin + (width_ - layout_.width) / 2),
                         svg_number(kMargin + kHeaderHeight)));
  }

  const Picture& picture_;
  Sink& sink_;
  SvgWriter out_;
  Layout layout_;
  double width_;  // without margins
  SvgLegend legend_;
};

}  // namespace

void write_svg(const Picture& picture, Sink& out) {
  SvgPicture(picture, out).write();
}

}  // namespace modgraph
