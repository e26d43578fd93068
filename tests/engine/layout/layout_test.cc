// What must hold for every drawing, on random ones.

#include "engine/layout/layout.h"

#include <algorithm>
#include <cmath>

#include "tests/support/drawings.h"
#include "tests/support/environment.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

struct Frame {
  double left, top, right, bottom;
};

Frame frame_of(Point center, double width, double height) {
  return {center.x - width / 2, center.y - height / 2, center.x + width / 2,
          center.y + height / 2};
}

Frame frame_of(const test::Sketch& s, const Layout& l, std::size_t box) {
  return frame_of(l.centers[box], s.boxes[box].width, s.boxes[box].height);
}

bool overlap(const Frame& a, const Frame& b) {
  constexpr double kTouch = 1e-6;
  return a.left < b.right - kTouch && b.left < a.right - kTouch &&
         a.top < b.bottom - kTouch && b.top < a.bottom - kTouch;
}

bool inside(Point p, const Frame& f) {
  constexpr double kTouch = 1e-6;
  return p.x > f.left + kTouch && p.x < f.right - kTouch &&
         p.y > f.top + kTouch && p.y < f.bottom - kTouch;
}

bool on_rim(Point p, const Frame& f) {
  constexpr double kNear = 1e-6;
  const bool beside = p.x > f.left - kNear && p.x < f.right + kNear &&
                      p.y > f.top - kNear && p.y < f.bottom + kNear;
  return beside &&
         (std::abs(p.x - f.left) < kNear || std::abs(p.x - f.right) < kNear ||
          std::abs(p.y - f.top) < kNear || std::abs(p.y - f.bottom) < kNear);
}

// Points along a curve.
std::vector<Point> samples(const std::vector<Point>& points) {
  std::vector<Point> out;
  for (std::size_t i = 0; i + 3 < points.size(); i += 3)
    for (int step = 0; step <= 16; ++step) {
      const double t = step / 16.0, u = 1 - t;
      const double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t,
                   d = t * t * t;
      out.push_back({a * points[i].x + b * points[i + 1].x +
                         c * points[i + 2].x + d * points[i + 3].x,
                     a * points[i].y + b * points[i + 1].y +
                         c * points[i + 2].y + d * points[i + 3].y});
    }
  return out;
}

struct Drawing {
  test::Sketch sketch;
  Layout layout;
  Flow flow;
};

// Drawn once for all that must hold for them: most of the time goes into
// drawing.
const std::vector<Drawing>& random_drawings() {
  static const std::vector<Drawing> kDrawings = [] {
    constexpr int kRounds = 200;
    std::mt19937 random(15);
    std::vector<Drawing> out;
    for (int round = 0; round < kRounds; ++round) {
      const test::Sketch s =
          test::random_sketch(random, round % 2 == 0 ? 25 : 40, 3);
      for (const Flow flow : {Flow::kDown, Flow::kRight}) {
        LayoutOptions options;
        options.flow = flow;
        out.push_back({s, lay_out(s.boxes, s.lines, options), flow});
      }
    }
    return out;
  }();
  return kDrawings;
}

bool leads_through(const std::vector<Point>& curve, const Frame& box) {
  const std::vector<Point> points = samples(curve);
  return std::any_of(points.begin(), points.end(),
                     [&](Point p) { return inside(p, box); });
}

TEST_CASE("no two boxes and no two labels overlap, and all lie inside") {
  for (const auto& [s, l, flow] : random_drawings()) {
    std::vector<Frame> frames;
    for (std::size_t i = 0; i < s.boxes.size(); ++i)
      frames.push_back(frame_of(s, l, i));
    for (std::size_t i = 0; i < s.lines.size(); ++i)
      if (l.curves[i].has_label)
        frames.push_back(frame_of(l.curves[i].label, s.lines[i].label_width,
                                  s.lines[i].label_height));
    const Frame whole{-1e-6, -1e-6, l.width + 1e-6, l.height + 1e-6};
    for (std::size_t i = 0; i < frames.size(); ++i) {
      REQUIRE(frames[i].left >= whole.left);
      REQUIRE(frames[i].top >= whole.top);
      REQUIRE(frames[i].right <= whole.right);
      REQUIRE(frames[i].bottom <= whole.bottom);
      REQUIRE(std::none_of(
          frames.data(), frames.data() + i,
          [&](const Frame& other) { return overlap(frames[i], other); }));
    }
  }
}

TEST_CASE("lines lead from rim to rim and through no box") {
  std::size_t lines = 0;
  for (const auto& [s, l, flow] : random_drawings()) {
    REQUIRE(l.lines_without_lanes == 0);
    for (std::size_t i = 0; i < s.lines.size(); ++i) {
      const auto& points = l.curves[i].points;
      REQUIRE(points.size() % 3 == 1);
      REQUIRE(points.size() >= 4);
      REQUIRE(on_rim(points.front(), frame_of(s, l, s.lines[i].from)));
      REQUIRE(on_rim(points.back(), frame_of(s, l, s.lines[i].to)));
      std::size_t crossed = 0;
      for (std::size_t box = 0; box < s.boxes.size(); ++box)
        crossed += leads_through(points, frame_of(s, l, box)) ? 1U : 0U;
      REQUIRE(crossed == 0);
      ++lines;
    }
  }
  test::report("layout", lines, "lines");
}

TEST_CASE("lines follow the flow, unless they are turned around") {
  for (const auto& [s, l, flow] : random_drawings())
    for (std::size_t i = 0; i < s.lines.size(); ++i) {
      const auto [from, to] = std::pair(s.lines[i].from, s.lines[i].to);
      if (from == to) continue;
      const auto along = [&, flow = flow, &l = l](std::uint32_t v) {
        return flow == Flow::kDown ? l.centers[v].y : l.centers[v].x;
      };
      REQUIRE((l.layers[from] < l.layers[to]) == (along(from) < along(to)));
    }
}

TEST_CASE("without loops every line leads down a layer") {
  std::mt19937 random(12);
  for (int round = 0; round < 200; ++round) {
    test::Sketch s = test::random_sketch(random, 40, 2);
    for (LayoutLine& line : s.lines)
      if (line.from > line.to) std::swap(line.from, line.to);
    std::erase_if(s.lines,
                  [](const LayoutLine& line) { return line.from == line.to; });
    const Layout l = lay_out(s.boxes, s.lines);
    for (const LayoutLine& line : s.lines) {
      CHECK(l.layers[line.from] < l.layers[line.to]);
      CHECK(l.centers[line.from].y < l.centers[line.to].y);
    }
  }
}

TEST_CASE("the same input gives the same coordinates") {
  for (std::size_t i = 0; i < 20; ++i) {
    const auto& [s, l, flow] = random_drawings()[i];
    LayoutOptions options;
    options.flow = flow;
    const Layout again = lay_out(s.boxes, s.lines, options);
    REQUIRE(again.centers == l.centers);
    for (std::size_t line = 0; line < s.lines.size(); ++line)
      REQUIRE(again.curves[line].points == l.curves[line].points);
  }
}

TEST_CASE("nothing, one box, and a box that leads to itself") {
  CHECK(lay_out({}, {}).width == 0);
  const test::Sketch one = test::sketch("a: a");
  const Layout l = lay_out(one.boxes, one.lines);
  CHECK(l.centers[0] == Point{30, 10});
  CHECK(l.curves[0].points.size() == 4);
  CHECK(l.height == Approx(20));
}

TEST_CASE("a chain of 20,000 boxes and a star of 5,000") {
  const test::Sketch chain = test::chain(20'000);
  CHECK(lay_out(chain.boxes, chain.lines).layers.back() == 19'999);
  test::Sketch star;
  star.boxes.assign(5001, {60, 20});
  for (std::uint32_t v = 1; v <= 5000; ++v) {
    LayoutLine line;
    line.to = v;
    star.lines.push_back(line);
  }
  CHECK(lay_out(star.boxes, star.lines).crossings == 0);
}

TEST_CASE("nothing, one box, loops of one, repeated lines") {
  CHECK(lay_out({}, {}).centers.empty());
  const std::vector<LayoutBox> one{{80, 34}};
  CHECK(lay_out(one, {}).width >= 80);
  const std::vector<LayoutLine> loop{{0, 0}, {0, 0}};
  CHECK(lay_out(one, loop).curves.size() == 2);
}

TEST_CASE("a chain of many boxes does not need a deep stack") {
  test::Sketch ring = test::chain(5000);
  ring.lines.push_back({4999, 0});
  const Layout l = lay_out(ring.boxes, ring.lines);
  CHECK(*std::max_element(l.layers.begin(), l.layers.end()) == 4999);
}

}  // namespace
}  // namespace modgraph
