// How many pairs of lines of a drawing cross?
//
//   count_crossings < LINES     prints crossings, total length and bends
//
// A line of input is a drawn line: the numbers of its two boxes, then the
// points of its curve: a first point and three more for each cubic Bezier
// piece. Curves are flattened until they are within half a unit of themselves;
// a pair of lines that share no box and whose curves meet is a crossing, once.
// The segments go into a grid, so that only neighbours are compared.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace modgraph {
namespace {

struct Point {
  double x = 0;
  double y = 0;
};

struct Segment {
  Point a;
  Point b;
  std::uint32_t line = 0;
};

struct Line {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
};

constexpr double kFlat = 0.5;
constexpr double kCell = 64;

Point middle(Point a, Point b) { return {(a.x + b.x) / 2, (a.y + b.y) / 2}; }

double distance_to(Point p, Point a, Point b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length = std::hypot(dx, dy);
  if (length == 0) return std::hypot(p.x - a.x, p.y - a.y);
  return std::abs((p.x - a.x) * dy - (p.y - a.y) * dx) / length;
}

// Halves a piece until it is straight enough; a stack keeps what is left.
void flatten(const std::array<Point, 4>& piece, std::vector<Point>& out) {
  std::vector<std::array<Point, 4>> left{piece};
  while (!left.empty()) {
    const auto p = left.back();
    left.pop_back();
    const bool tiny = std::hypot(p[3].x - p[0].x, p[3].y - p[0].y) < kFlat / 8;
    if (tiny || std::max(distance_to(p[1], p[0], p[3]),
                         distance_to(p[2], p[0], p[3])) <= kFlat) {
      out.push_back(p[3]);
      continue;
    }
    const Point a = middle(p[0], p[1]);
    const Point b = middle(p[1], p[2]);
    const Point c = middle(p[2], p[3]);
    const Point d = middle(a, b);
    const Point e = middle(b, c);
    const Point f = middle(d, e);
    left.push_back({f, e, c, p[3]});
    left.push_back({p[0], a, d, f});
  }
}

double side(Point a, Point b, Point p) {
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

bool within(Point a, Point b, Point p) {
  return std::min(a.x, b.x) <= p.x && p.x <= std::max(a.x, b.x) &&
         std::min(a.y, b.y) <= p.y && p.y <= std::max(a.y, b.y);
}

bool meet(const Segment& s, const Segment& t) {
  const double a = side(s.a, s.b, t.a);
  const double b = side(s.a, s.b, t.b);
  const double c = side(t.a, t.b, s.a);
  const double d = side(t.a, t.b, s.b);
  if (((a > 0 && b < 0) || (a < 0 && b > 0)) &&
      ((c > 0 && d < 0) || (c < 0 && d > 0)))
    return true;
  return (a == 0 && within(s.a, s.b, t.a)) ||
         (b == 0 && within(s.a, s.b, t.b)) ||
         (c == 0 && within(t.a, t.b, s.a)) || (d == 0 && within(t.a, t.b, s.b));
}

struct Drawing {
  std::vector<Line> lines;
  std::vector<Segment> segments;
  double length = 0;
  std::uint64_t bends = 0;  // where the direction changes by 30 degrees in all
};

void add_curve(const std::vector<Point>& points, Drawing& out) {
  std::vector<Point> flat{points.front()};
  for (std::size_t i = 0; i + 3 < points.size(); i += 3)
    flatten({points[i], points[i + 1], points[i + 2], points[i + 3]}, flat);
  double turned = 0;
  for (std::size_t i = 1; i < flat.size(); ++i) {
    out.segments.push_back(
        {flat[i - 1], flat[i], static_cast<std::uint32_t>(out.lines.size())});
    out.length +=
        std::hypot(flat[i].x - flat[i - 1].x, flat[i].y - flat[i - 1].y);
    if (i < 2) continue;
    const Point before{flat[i - 1].x - flat[i - 2].x,
                       flat[i - 1].y - flat[i - 2].y};
    const Point now{flat[i].x - flat[i - 1].x, flat[i].y - flat[i - 1].y};
    turned += std::abs(std::atan2(before.x * now.y - before.y * now.x,
                                  before.x * now.x + before.y * now.y));
  }
  constexpr double kBend = 3.14159265358979 / 6;
  out.bends += static_cast<std::uint64_t>(turned / kBend);
}

Drawing read() {
  Drawing out;
  for (std::string text; std::getline(std::cin, text);) {
    std::istringstream in(text);
    Line line;
    in >> line.from >> line.to;
    std::vector<Point> points;
    for (Point p; in >> p.x >> p.y;) points.push_back(p);
    if (points.empty()) continue;
    add_curve(points, out);
    out.lines.push_back(line);
  }
  return out;
}

std::uint64_t crossings(const Drawing& drawing) {
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> grid;
  const auto cell = [](double x) {
    return static_cast<std::int64_t>(std::floor(x / kCell));
  };
  for (std::uint32_t i = 0; i < drawing.segments.size(); ++i) {
    const Segment& s = drawing.segments[i];
    for (auto x = cell(std::min(s.a.x, s.b.x));
         x <= cell(std::max(s.a.x, s.b.x)); ++x)
      for (auto y = cell(std::min(s.a.y, s.b.y));
           y <= cell(std::max(s.a.y, s.b.y)); ++y)
        grid[(static_cast<std::uint64_t>(x) << 32) ^
             (static_cast<std::uint64_t>(y) & 0xffffffffu)]
            .push_back(i);
  }
  std::vector<std::uint64_t> pairs;
  for (const auto& [place, members] : grid) {
    for (std::size_t i = 0; i < members.size(); ++i) {
      const Segment& s = drawing.segments[members[i]];
      const Line& a = drawing.lines[s.line];
      for (std::size_t j = i + 1; j < members.size(); ++j) {
        const Segment& t = drawing.segments[members[j]];
        const Line& b = drawing.lines[t.line];
        if (a.from == b.from || a.from == b.to || a.to == b.from ||
            a.to == b.to || !meet(s, t))
          continue;
        const auto [low, high] = std::minmax(s.line, t.line);
        pairs.push_back((static_cast<std::uint64_t>(low) << 32) | high);
      }
    }
  }
  std::sort(pairs.begin(), pairs.end());
  return static_cast<std::uint64_t>(std::unique(pairs.begin(), pairs.end()) -
                                    pairs.begin());
}

}  // namespace
}  // namespace modgraph

int main() {
  const modgraph::Drawing drawing = modgraph::read();
  std::printf("%llu %.0f %llu\n",
              static_cast<unsigned long long>(modgraph::crossings(drawing)),
              drawing.length, static_cast<unsigned long long>(drawing.bends));
  return 0;
}
