// How are boxes with an order and a few levels put into columns of a page?
//
// A part is a box and what is below it; parts are not broken, and fill the
// columns one after another. The columns are as low as they can be: the least
// height is found by trying, from the average on.
// Source: none.
// Cost: a few passes over the parts.
// Tested by tests/engine/layout/cards_test.cc.

#include "engine/layout/cards.h"

#include <algorithm>
#include <cstddef>

namespace modgraph {
namespace {

struct CardPart {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
  double height = 0;  // with the gap below
};

bool has_heading(std::span<const std::optional<std::uint32_t>> under) {
  return !under.empty() && under.size() > 1 &&
         std::count(under.begin(), under.end(), std::nullopt) == 1;
}

// A curve that is straight pieces between these corners.
std::vector<Point> cornered(std::span<const Point> corners) {
  std::vector<Point> out{corners[0]};
  for (std::size_t i = 1; i < corners.size(); ++i) {
    const Point a = corners[i - 1];
    const Point b = corners[i];
    out.push_back({(2 * a.x + b.x) / 3, (2 * a.y + b.y) / 3});
    out.push_back({(a.x + 2 * b.x) / 3, (a.y + 2 * b.y) / 3});
    out.push_back(b);
  }
  return out;
}

class CardLayout {
 public:
  CardLayout(std::span<const LayoutBox> boxes,
             std::span<const std::optional<std::uint32_t>> under,
             const CardOptions& options)
      : boxes_(boxes),
        under_(under),
        options_(options),
        depths_(card_depths(under)),
        heading_(has_heading(under)) {
    out_.centers.resize(boxes.size());
    out_.layers = depths_;
  }

  Layout place(std::span<const LayoutLine> lines) && {
    if (heading_) {
      out_.centers[0] = {boxes_[0].width / 2, boxes_[0].height / 2};
      top_ = boxes_[0].height + 2 * options_.row_gap;
      out_.width = boxes_[0].width;
      out_.height = boxes_[0].height;
    }
    fill(column_height());
    for (const LayoutLine& line : lines) out_.curves.push_back(curve(line));
    return std::move(out_);
  }

 private:
  std::vector<CardPart> parts() const {
    std::vector<CardPart> out;
    for (std::uint32_t i = heading_ ? 1 : 0; i < boxes_.size(); ++i) {
      if (depths_[i] == 0 || out.empty()) out.push_back({i, i, 0});
      out.back().end = i + 1;
      out.back().height += boxes_[i].height + options_.row_gap;
    }
    return out;
  }

  static std::uint32_t columns_for(std::span<const CardPart> parts,
                                   double height) {
    std::uint32_t columns = 1;
    double used = 0;
    for (const CardPart& part : parts) {
      if (used > 0 && used + part.height > height) {
        ++columns;
        used = 0;
      }
      used += part.height;
    }
    return columns;
  }

  double column_height() const {
    const std::vector<CardPart> all = parts();
    double sum = 0, tallest = 0;
    for (const CardPart& part : all) {
      sum += part.height;
      tallest = std::max(tallest, part.height);
    }
    constexpr double kStep = 4;
    double height = std::max(sum / options_.columns, tallest);
    while (columns_for(all, height) > options_.columns) height += kStep;
    return height;
  }

  void fill(double height) {
    double x = 0, y = 0;
    for (const CardPart& part : parts()) {
      if (y > 0 && y + part.height > height) {
        x += options_.column_width + options_.column_gap;
        y = 0;
      }
      for (std::uint32_t i = part.first; i < part.end; ++i) {
        const double left = x + (depths_[i] + 1) * options_.indent;
        out_.centers[i] = {left + boxes_[i].width / 2,
                           top_ + y + boxes_[i].height / 2};
        y += boxes_[i].height + options_.row_gap;
        out_.width = std::max(out_.width, left + boxes_[i].width);
        out_.height = std::max(out_.height, top_ + y - options_.row_gap);
      }
    }
  }

  double left_of(std::uint32_t box) const {
    return out_.centers[box].x - boxes_[box].width / 2;
  }

  LayoutCurve curve(const LayoutLine& line) const {
    const Point from = out_.centers[line.from];
    const Point to = out_.centers[line.to];
    LayoutCurve out;
    const double below = from.y + boxes_[line.from].height / 2;
    if (under_[line.to] != line.from) {
      out.points = cornered(std::vector{Point{from.x, below}, to});
      return out;
    }
    // Down beside the boxes of the column, then to the right.
    const double trunk = left_of(line.to) - options_.indent / 2;
    const Point end{left_of(line.to), to.y};
    const double start = std::max(trunk, left_of(line.from) + 1);
    if (heading_ && line.from == 0 &&
        trunk > left_of(0) + boxes_[0].width - options_.indent) {
      const double bus = below + options_.row_gap;
      const double stem = left_of(0) + options_.indent / 2;
      out.points =
          cornered(std::vector{Point{stem, below}, Point{stem, bus},
                               Point{trunk, bus}, Point{trunk, to.y}, end});
    } else {
      out.points =
          cornered(std::vector{Point{start, below}, Point{start, to.y}, end});
    }
    return out;
  }

  std::span<const LayoutBox> boxes_;
  std::span<const std::optional<std::uint32_t>> under_;
  const CardOptions& options_;
  std::vector<std::uint32_t> depths_;
  bool heading_;
  double top_ = 0;
  Layout out_;
};

}  // namespace

std::vector<std::uint32_t> card_depths(
    std::span<const std::optional<std::uint32_t>> under) {
  const bool heading = has_heading(under);
  std::vector<std::uint32_t> out(under.size());
  for (std::uint32_t i = 0; i < under.size(); ++i)
    if (under[i]) out[i] = heading && *under[i] == 0 ? 0 : out[*under[i]] + 1;
  return out;
}

Layout lay_out_cards(std::span<const LayoutBox> boxes,
                     std::span<const std::optional<std::uint32_t>> under,
                     std::span<const LayoutLine> lines,
                     const CardOptions& options) {
  return CardLayout(boxes, under, options).place(lines);
}

}  // namespace modgraph
