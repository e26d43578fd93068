#include "exporters/pictures/svg.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/printable.h"
#include "engine/layout/cards.h"
#include "engine/layout/layout.h"
#include "engine/layout/text_width.h"
#include "exporters/pictures/picture_labels.h"
#include "exporters/pictures/svg_shapes.h"
#include "exporters/pictures/svg_style.h"
#include "exporters/text/escape.h"

namespace modgraph {
namespace {

constexpr double kSampleWidth = 28;
constexpr double kSampleGap = 7;  // between a sample and its meaning
constexpr double kEntryGap = 22;  // between entries

double width_of(std::string_view words, double font_size) {
  return text_width(words, FontWeight::kRegular) * font_size;
}

double entry_width(const LegendEntry& entry) {
  return kSampleWidth + kSampleGap + width_of(entry.meaning, kSmallSize);
}

void draw_sample(const LegendEntry& entry, Point at, SvgWriter& out) {
  const Point middle{at.x + kSampleWidth / 2, at.y};
  switch (entry.sign) {
    case LegendEntry::Sign::kBox:
      out.open_group(entry.classes);
      if (entry.classes.starts_with("group"))
        out.rectangle({at.x + 3, at.y - 9, kSampleWidth - 3, 12}, "box");
      out.rectangle({at.x, at.y - 6, kSampleWidth - 3, 12}, "box");
      if (entry.classes == "main")
        out.rectangle({at.x + 3, at.y - 3, kSampleWidth - 9, 6, 1}, "inner");
      out.close_group();
      return;
    case LegendEntry::Sign::kLine:
      out.path("M" + svg_point(at) + "h" + svg_number(kSampleWidth),
               "line " + std::string(entry.classes));
      return;
    case LegendEntry::Sign::kBadge:
      return draw_badge("\u00d7n", middle, out);
    case LegendEntry::Sign::kNumbers:
      draw_numbers(entry.classes == "error" ? Level::kError : Level::kWarning,
                   "1", {middle.x - 6.5, middle.y}, out);
      return;
    case LegendEntry::Sign::kMark:
      return draw_mark(
          entry.classes == "error" ? Level::kError : Level::kWarning, middle,
          out);
    case LegendEntry::Sign::kChange:
      for (const BoxChange change :
           {BoxChange::kAdded, BoxChange::kRemoved, BoxChange::kRaised,
            BoxChange::kLowered, BoxChange::kReplaced})
        if (words_of(change).name == entry.classes)
          draw_change(change, middle, out);
      return;
    case LegendEntry::Sign::kReplaced:
      return out.text({middle.x, middle.y + 3.5}, "replaced", "\u21d2");
  }
}

// Text broken at blanks into lines that fit a width; a word that is too long
// for one has it for itself.
std::vector<std::string> broken_lines(
    std::string_view text, double width, double font_size,
    FontWeight weight = FontWeight::kRegular) {
  std::vector<std::string> lines;
  const auto wide = [&](std::string_view part) {
    return text_width(part, weight) * font_size;
  };
  while (!text.empty()) {
    const std::size_t blank = text.find(' ');
    const std::string_view word = text.substr(0, blank);
    text = blank == std::string_view::npos ? "" : text.substr(blank + 1);
    if (lines.empty() || wide(lines.back()) + wide(word) + wide(" ") > width)
      lines.emplace_back(word);
    else
      lines.back().append(" ").append(word);
  }
  return lines;
}

// The findings that boxes have the numbers of.
class SvgFindings {
 public:
  SvgFindings(const Picture& picture, double width) {
    for (const PictureFinding& f : picture.findings) {
      std::vector<std::string> lines =
          broken_lines(printable(f.text), width - kIndent, kNameSize);
      if (lines.size() > kMostLines) {
        lines.resize(kMostLines);
        lines.back() += " \u2026";
      }
      rows_ += lines.size();
      items_.push_back({f.level, std::move(lines)});
    }
    if (picture.more_findings > 0 && !items_.empty())
      more_ =
          fmt::format("and {} more {}: modgraph analyze", picture.more_findings,
                      picture.more_findings == 1 ? "finding" : "findings");
  }

  double height() const {
    if (items_.empty()) return 0;
    return static_cast<double>(rows_ + (more_.empty() ? 0 : 1)) * kRow +
           static_cast<double>(items_.size()) * kItemGap + kMargin / 2;
  }

  void draw(Point corner, SvgWriter& out) const {
    double y = corner.y;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      out.open_group("listed");
      draw_numbers(items_[i].level, std::to_string(i + 1),
                   {corner.x, y + kRow / 2}, out);
      for (const std::string& line : items_[i].lines) {
        out.text({corner.x + kIndent, y + kNameSize}, "name", line);
        y += kRow;
      }
      out.close_group();
      y += kItemGap;
    }
    if (!more_.empty())
      out.text({corner.x + kIndent, y + kNameSize}, "small", more_);
  }

 private:
  static constexpr double kIndent = 26;
  static constexpr double kRow = 14;
  static constexpr double kItemGap = 3;
  static constexpr std::size_t kMostLines = 3;

  struct Item {
    Level level;
    std::vector<std::string> lines;
  };
  std::vector<Item> items_;
  std::size_t rows_ = 0;
  std::string more_;
};

// What is below the drawing: the signs that occur in it, what is hidden,
// and what it was drawn from.
class SvgLegend {
 public:
  // Arranged in rows of at most `width`.
  SvgLegend(const Picture& picture, double width);

  double height() const;
  // `corner` is its upper left one.
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

SvgLegend::SvgLegend(const Picture& picture, double width) {
  double x = 0;
  for (const LegendEntry& entry : legend_of(picture)) {
    if (x > 0 && x + entry_width(entry) > width) {
      x = 0;
      ++rows_;
    }
    places_.push_back({entry, x, rows_});
    x += entry_width(entry) + kEntryGap;
  }
  if (!places_.empty()) ++rows_;
  for (const std::string& sentence :
       {hidden_line(picture),
        picture.source.empty() ? "" : "Drawn from " + picture.source})
    for (std::string& line : broken_lines(sentence, width, kSmallSize))
      words_.push_back(std::move(line));
}

double SvgLegend::height() const {
  return rows_ * kLegendRow + static_cast<double>(words_.size()) * kTextRow;
}

void SvgLegend::draw(Point corner, SvgWriter& out) const {
  out.open_group("legend");
  for (const Place& place : places_) {
    const Point at{corner.x + place.x,
                   corner.y + (place.row + 0.5) * kLegendRow};
    draw_sample(place.entry, at, out);
    out.text({at.x + kSampleWidth + kSampleGap, at.y + 3.5}, "small",
             place.entry.meaning);
  }
  double y = corner.y + rows_ * kLegendRow;
  for (const std::string& line : words_)
    out.text({corner.x, y += kTextRow}, "small", line);
  out.close_group();
}

// What a comment of a review shows, at full size.
constexpr double kPageWidth = kWidest - 2 * kMargin;
constexpr double kPageHeight = 760;
// Boxes beyond which a second layout, to compare, is not worth its time.
constexpr std::size_t kTryBoth = 500;

constexpr double kLongestPage = 1e6;
// From a line of the title to the next, and further to the description.
constexpr double kTitleRow = 20;
constexpr double kBelowTitle = -3;

LayoutOptions layout_options(Flow flow) {
  LayoutOptions out;
  out.flow = flow;
  out.lane_gap = 9;
  out.box_gap = flow == Flow::kDown ? 16 : 12;
  out.layer_gap = flow == Flow::kDown ? 26 : 44;
  out.aspect = kPageWidth / kPageHeight;
  return out;
}

LayoutOptions full(LayoutOptions options) {
  options.care = LayoutCare::kFull;
  return options;
}

// How long a drawing is; one that is too wide counts as longer than any other.
double page_length(const Layout& layout) {
  return layout.width > kPageWidth ? kLongestPage * layout.width / kPageWidth
                                   : layout.height;
}

// Top to bottom or left to right, whichever is shorter on a page; where both
// are too wide, from top to bottom with layers of several rows.
Layout placed(const Picture& picture, const std::vector<LayoutBox>& boxes) {
  std::vector<LayoutLine> lines;
  for (const PictureLine& line : picture.lines)
    lines.push_back(layout_line(picture, line));
  LayoutOptions down = layout_options(Flow::kDown);
  if (boxes.size() > kTryBoth) return lay_out(boxes, lines, down);
  LayoutOptions right = layout_options(Flow::kRight);
  down.care = right.care = LayoutCare::kQuick;
  const double right_length = page_length(lay_out(boxes, lines, right));
  const Layout first = lay_out(boxes, lines, down);
  if (std::min(page_length(first), right_length) > kLongestPage) {
    Layout best = lay_out(boxes, lines, full(down));
    // For lines beside the boxes of a full row, as much as needed.
    for (const double room : {80.0, 200.0, 320.0}) {
      if (best.width <= kPageWidth) break;
      down.max_width = kPageWidth - room;
      Layout wrapped = lay_out(boxes, lines, full(down));
      if (wrapped.width < best.width) best = std::move(wrapped);
    }
    return best;
  }
  LayoutOptions& better = right_length < page_length(first) ? right : down;
  return lay_out(boxes, lines, full(better));
}

class SvgPicture {
 public:
  SvgPicture(const Picture& picture, Sink& out)
      : picture_(picture),
        sink_(out),
        out_(out),
        sizes_(sizes_of(picture)),
        layout_(layout_of(picture, sizes_)),
        title_(title_lines(picture.title)),
        width_(inner_width()),
        description_(
            broken_lines(printable(picture.description), width_, kSmallSize)),
        findings_(picture, width_),
        legend_(picture, width_) {}

  void write() {
    open();
    out_.open_group("lines");
    for (std::size_t i = 0; i < picture_.lines.size() && !out_.failed(); ++i)
      draw_line(picture_, picture_.lines[i], layout_.curves[i].points, out_);
    out_.close_group();
    out_.open_group("boxes");
    for (std::size_t i = 0; i < picture_.boxes.size() && !out_.failed(); ++i)
      draw_box(picture_.boxes[i], layout_.centers[i], sizes_[i], out_);
    out_.close_group();
    // Labels are above everything, on lanes of their own.
    for (std::size_t i = 0; i < picture_.lines.size(); ++i)
      if (layout_.curves[i].has_label)
        draw_line_label(picture_.lines[i], layout_.curves[i].label, out_);
    out_.close_group();
    findings_.draw({kMargin, findings_top()}, out_);
    legend_.draw({kMargin, legend_top()}, out_);
    out_.raw("</svg>\n");
  }

 private:
  static std::vector<std::string> title_lines(const std::string& title) {
    std::vector<std::string> out =
        broken_lines(title, kPageWidth, kTitleSize, FontWeight::kBold);
    if (out.empty()) out.emplace_back();
    return out;
  }

  static std::vector<LayoutBox> sizes_of(const Picture& picture) {
    std::vector<LayoutBox> sizes;
    for (const PictureBox& box : picture.boxes) sizes.push_back(box_size(box));
    if (picture.arrangement == Arrangement::kCards) widen_cards(picture, sizes);
    return sizes;
  }

  // All boxes of a column are as wide as it is.
  static void widen_cards(const Picture& picture,
                          std::vector<LayoutBox>& sizes) {
    const CardOptions options;
    const auto depths = card_depths(unders_of(picture));
    for (std::size_t i = 0; i < sizes.size(); ++i)
      sizes[i].width =
          std::max(sizes[i].width,
                   options.column_width - (depths[i] + 1) * options.indent);
  }

  static std::vector<std::optional<std::uint32_t>> unders_of(
      const Picture& picture) {
    std::vector<std::optional<std::uint32_t>> out;
    for (const PictureBox& box : picture.boxes) out.push_back(box.under);
    return out;
  }

  static Layout layout_of(const Picture& picture,
                          const std::vector<LayoutBox>& sizes) {
    if (picture.arrangement != Arrangement::kCards)
      return placed(picture, sizes);
    std::vector<LayoutLine> lines;
    for (const PictureLine& line : picture.lines)
      lines.push_back(layout_line(picture, line));
    return lay_out_cards(sizes, unders_of(picture), lines);
  }

  // An image is one thing to a screen reader; what is in it cannot be visited.
  bool has_links() const {
    return std::any_of(picture_.boxes.begin(), picture_.boxes.end(),
                       [](const PictureBox& b) { return !b.link.empty(); });
  }

  double inner_width() const {
    double title = 0;
    for (const std::string& line : title_)
      title = std::max(title, text_width(line, FontWeight::kBold) * kTitleSize);
    const double words = std::min(
        text_width(picture_.description, FontWeight::kRegular) * kSmallSize,
        kWidest - 2 * kMargin);
    return std::max({layout_.width, title, words, kNarrowest});
  }

  double header_height() const {
    const auto more_than_one = [](const std::vector<std::string>& lines) {
      return static_cast<double>(std::max<std::size_t>(lines.size(), 1) - 1);
    };
    return kHeaderHeight + (more_than_one(title_) * kTitleRow) +
           (more_than_one(description_) * kTextRow);
  }

  double findings_top() const {
    return header_height() + layout_.height + 2 * kMargin;
  }

  double legend_top() const { return findings_top() + findings_.height(); }

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
    double y = kMargin + 12;
    for (const std::string& line : title_) {
      out_.text({kMargin, y}, "title", line);
      y += kTitleRow;
    }
    y += kBelowTitle;
    for (const std::string& line : description_) {
      out_.text({kMargin, y}, "small", line);
      y += kTextRow;
    }
    // The drawing, centred.
    out_.raw(fmt::format("<g transform=\"translate({} {})\">\n",
                         svg_number(kMargin + (width_ - layout_.width) / 2),
                         svg_number(kMargin + header_height())));
  }

  const Picture& picture_;
  Sink& sink_;
  SvgWriter out_;
  std::vector<LayoutBox> sizes_;
  Layout layout_;
  std::vector<std::string> title_;
  double width_;  // without margins
  std::vector<std::string> description_;
  SvgFindings findings_;
  SvgLegend legend_;
};

}  // namespace

bool fits_page(const Picture& picture) {
  if (picture.arrangement == Arrangement::kCards ||
      picture.boxes.size() > kTryBoth)
    return true;
  std::vector<LayoutBox> sizes;
  for (const PictureBox& box : picture.boxes) sizes.push_back(box_size(box));
  return placed(picture, sizes).width <= kPageWidth;
}

void write_svg(const Picture& picture, Sink& out) {
  SvgPicture(picture, out).write();
}

}  // namespace modgraph
