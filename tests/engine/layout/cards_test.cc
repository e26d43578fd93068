#include "engine/layout/cards.h"

#include <string>
#include <vector>

#include "tests/support/test.h"

namespace modgraph {
namespace {

using Unders = std::vector<std::optional<std::uint32_t>>;

constexpr std::optional<std::uint32_t> kTop;

Layout placed_cards(const Unders& under, CardOptions options = {}) {
  const auto depths = card_depths(under);
  std::vector<LayoutBox> boxes;
  std::vector<LayoutLine> lines;
  for (std::uint32_t i = 0; i < under.size(); ++i) {
    boxes.push_back(
        {options.column_width - (depths[i] + 1) * options.indent, 40});
    if (under[i]) lines.push_back({*under[i], i, 0, 0, 1, false});
  }
  return lay_out_cards(boxes, under, lines, options);
}

// "0 1 2/3 4": boxes from top to bottom, columns from left to right.
std::string columns(const Unders& under, CardOptions options = {}) {
  const Layout layout = placed_cards(under, options);
  std::string out;
  double y = -1;
  for (std::size_t i = 0; i < under.size(); ++i) {
    if (i > 0) out += layout.centers[i].y <= y ? "/" : " ";
    y = layout.centers[i].y;
    out += std::to_string(i);
  }
  return out;
}

TEST_CASE("cards fill columns in their order, none higher than needed") {
  CHECK(columns({kTop, kTop, kTop, kTop, kTop, kTop}) == "0 1/2 3/4 5");
  CHECK(columns({kTop, kTop, kTop, kTop}) == "0 1/2 3");
  CHECK(columns({kTop, kTop}, {.columns = 1}) == "0 1");
}

TEST_CASE("a single top is the heading of all") {
  CHECK(columns({kTop, 0, 0, 0}) == "0 1/2/3");
  CHECK(card_depths(Unders{kTop, 0, 1, 0}) ==
        std::vector<std::uint32_t>{0, 0, 1, 0});
}

TEST_CASE("what is below a card stays in its column") {
  CHECK(columns({kTop, 0, 1, 1, 1, 0, 0}) == "0 1 2 3 4/5 6");
  CHECK(columns({kTop, 0, 0, kTop, 3}) == "0 1 2/3 4");
}

TEST_CASE("cards do not overlap and are not wider than a page") {
  Unders under{kTop};
  for (std::uint32_t i = 0; i < 40; ++i) under.emplace_back(i % 4 < 2 ? 0 : i);
  const Layout layout = placed_cards(under);
  CHECK(layout.width <= 820);
  CHECK(layout.curves.size() == 40);
  for (std::size_t a = 0; a < under.size(); ++a)
    for (std::size_t b = 0; b < a; ++b) {
      const bool same_column =
          std::abs(layout.centers[a].x - layout.centers[b].x) < 130;
      CHECK_FALSE((same_column &&
                   std::abs(layout.centers[a].y - layout.centers[b].y) < 40));
    }
  for (const LayoutCurve& curve : layout.curves)
    CHECK(curve.points.size() % 3 == 1);
}

TEST_CASE("nothing is laid out as nothing") {
  CHECK(lay_out_cards({}, {}, {}).width == 0);
}

}  // namespace
}  // namespace modgraph
