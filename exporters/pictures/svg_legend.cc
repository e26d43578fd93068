#include "exporters/pictures/svg_legend.h"

#include "engine/layout/text_width.h"
#include "exporters/pictures/svg_box.h"
#include "exporters/pictures/svg_style.h"

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
               "line " + entry.classes);
      return;
    case LegendEntry::Sign::kBadge:
      return draw_badge("\u00d7n", middle, out);
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

}  // namespace

std::vector<std::string> wrapped(std::string_view text, double width,
                                 double font_size) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t blank = text.find(' ');
    const std::string_view word = text.substr(0, blank);
    text = blank == std::string_view::npos ? "" : text.substr(blank + 1);
    if (lines.empty() || width_of(lines.back(), font_size) +
                                 width_of(word, font_size) +
                                 width_of(" ", font_size) >
                             width)
      lines.emplace_back(word);
    else
      lines.back().append(" ").append(word);
  }
  return lines;
}

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
    for (std::string& line : wrapped(sentence, width, kSmallSize))
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

}  // namespace modgraph
