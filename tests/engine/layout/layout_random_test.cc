#include "engine/layout/layout.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "tests/support/environment.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

struct Drawing {
  std::vector<LayoutBox> boxes;
  std::vector<LayoutLine> lines;
};

Drawing random_drawing(std::mt19937& random, std::uint32_t most) {
  Drawing out;
  const auto n = static_cast<std::uint32_t>(1 + random() % most);
  for (std::uint32_t i = 0; i < n; ++i)
    out.boxes.push_back({60.0 + static_cast<double>(random() % 160), 34});
  const auto m = random() % (std::size_t{2} * n);
  for (std::uint32_t i = 0; i < m; ++i) {
    LayoutLine line;
    line.from = static_cast<std::uint32_t>(random() % n);
    line.to = static_cast<std::uint32_t>(random() % n);
    if (random() % 8 == 0) {
      line.label_width = 80;
      line.label_height = 12;
    }
    out.lines.push_back(line);
  }
  return out;
}

bool boxes_overlap(const Drawing& d, const Layout& l, std::size_t a,
                   std::size_t b) {
  const double dx = std::abs(l.centers[a].x - l.centers[b].x);
  const double dy = std::abs(l.centers[a].y - l.centers[b].y);
  return dx < (d.boxes[a].width + d.boxes[b].width) / 2 - 0.01 &&
         dy < (d.boxes[a].height + d.boxes[b].height) / 2 - 0.01;
}

Point on_curve(const LayoutCurve& curve, std::size_t piece, double t) {
  const Point* p = &curve.points[3 * piece];
  const double s = 1 - t;
  const double a = s * s * s;
  const double b = 3 * s * s * t;
  const double c = 3 * s * t * t;
  const double e = t * t * t;
  return {a * p[0].x + b * p[1].x + c * p[2].x + e * p[3].x,
          a * p[0].y + b * p[1].y + c * p[2].y + e * p[3].y};
}

bool inside_box(const Drawing& d, const Layout& l, std::size_t box, Point p) {
  return std::abs(p.x - l.centers[box].x) < d.boxes[box].width / 2 - 1 &&
         std::abs(p.y - l.centers[box].y) < d.boxes[box].height / 2 - 1;
}

// Lines that pass through a box which is neither of their ends.
std::size_t lines_through_boxes(const Drawing& d, const Layout& l) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < d.lines.size(); ++i) {
    const LayoutCurve& curve = l.curves[i];
    bool through = false;
    for (std::size_t piece = 0; 3 * piece + 3 < curve.points.size(); ++piece)
      for (int step = 0; step <= 16; ++step) {
        const Point p = on_curve(curve, piece, step / 16.0);
        for (std::size_t box = 0; box < d.boxes.size(); ++box)
          through =
              through || (box != d.lines[i].from && box != d.lines[i].to &&
                          inside_box(d, l, box, p));
      }
    count += through ? 1u : 0u;
  }
  return count;
}

TEST_CASE("boxes never overlap, and lie inside the drawing") {
  std::mt19937 random(11);
  for (int round = 0; round < 400; ++round) {
    const Drawing d = random_drawing(random, 40);
    const Flow flow = round % 2 == 0 ? Flow::kDown : Flow::kRight;
    LayoutOptions options;
    options.flow = flow;
    const Layout l = lay_out(d.boxes, d.lines, options);
    REQUIRE(l.centers.size() == d.boxes.size());
    REQUIRE(l.curves.size() == d.lines.size());
    for (std::size_t a = 0; a < d.boxes.size(); ++a) {
      CHECK(l.centers[a].x - d.boxes[a].width / 2 >= -0.01);
      CHECK(l.centers[a].x + d.boxes[a].width / 2 <= l.width + 0.01);
      CHECK(l.centers[a].y - d.boxes[a].height / 2 >= -0.01);
      CHECK(l.centers[a].y + d.boxes[a].height / 2 <= l.height + 0.01);
      for (std::size_t b = 0; b < a; ++b)
        CHECK_FALSE(boxes_overlap(d, l, a, b));
    }
  }
}

TEST_CASE("without loops every line leads down a layer") {
  std::mt19937 random(12);
  for (int round = 0; round < 200; ++round) {
    Drawing d = random_drawing(random, 40);
    for (LayoutLine& line : d.lines)
      if (line.from > line.to) std::swap(line.from, line.to);
    std::erase_if(d.lines,
                  [](const LayoutLine& line) { return line.from == line.to; });
    const Layout l = lay_out(d.boxes, d.lines);
    for (const LayoutLine& line : d.lines) {
      CHECK(l.layers[line.from] < l.layers[line.to]);
      CHECK(l.centers[line.from].y < l.centers[line.to].y);
    }
  }
}

TEST_CASE("lines begin and end at the rim of their boxes") {
  std::mt19937 random(13);
  for (int round = 0; round < 200; ++round) {
    const Drawing d = random_drawing(random, 30);
    const Layout l = lay_out(d.boxes, d.lines);
    for (std::size_t i = 0; i < d.lines.size(); ++i) {
      const auto& points = l.curves[i].points;
      REQUIRE(points.size() >= 4);
      REQUIRE(points.size() % 3 == 1);
      const auto near_box = [&](Point p, std::size_t box) {
        return std::abs(p.x - l.centers[box].x) <= d.boxes[box].width / 2 + 1 &&
               std::abs(p.y - l.centers[box].y) <= d.boxes[box].height / 2 + 1;
      };
      CHECK(near_box(points.front(), d.lines[i].from));
      CHECK(near_box(points.back(), d.lines[i].to));
    }
  }
}

TEST_CASE("lines do not run through boxes") {
  std::mt19937 random(14);
  std::size_t lines = 0;
  std::size_t through = 0;
  for (int round = 0; round < 200; ++round) {
    const Drawing d = random_drawing(random, 40);
    const Layout l = lay_out(d.boxes, d.lines);
    CHECK(l.lines_without_lanes == 0);
    lines += d.lines.size();
    through += lines_through_boxes(d, l);
  }
  test::report("layout", lines, "lines");
  CHECK(through == 0);
}

TEST_CASE("same input, same coordinates") {
  std::mt19937 random(15);
  const Drawing d = random_drawing(random, 200);
  const Layout a = lay_out(d.boxes, d.lines);
  const Layout b = lay_out(d.boxes, d.lines);
  CHECK(a.centers == b.centers);
  CHECK(a.width == b.width);
  for (std::size_t i = 0; i < d.lines.size(); ++i)
    CHECK(a.curves[i].points == b.curves[i].points);
}

TEST_CASE("nothing, one box, loops of one, repeated lines") {
  CHECK(lay_out({}, {}).centers.empty());
  const std::vector<LayoutBox> one{{80, 34}};
  CHECK(lay_out(one, {}).width >= 80);
  const std::vector<LayoutLine> loop{{0, 0}, {0, 0}};
  CHECK(lay_out(one, loop).curves.size() == 2);
}

TEST_CASE("a chain of many boxes does not need a deep stack") {
  std::vector<LayoutBox> boxes(5000, {60, 20});
  std::vector<LayoutLine> lines;
  for (std::uint32_t i = 0; i + 1 < boxes.size(); ++i)
    lines.push_back({i, i + 1});
  lines.push_back({4999, 0});
  const Layout l = lay_out(boxes, lines);
  CHECK(*std::max_element(l.layers.begin(), l.layers.end()) == 4999);
}

}  // namespace
}  // namespace modgraph
