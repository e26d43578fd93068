// One connected part, step by step: each step is a file of its own.
//
// Tested by tests/engine/layout/layout_test.cc.

#include "engine/layout/part_drawing.h"

#include <algorithm>
#include <limits>

#include "engine/layout/acyclic.h"
#include "engine/layout/layered_graph.h"
#include "engine/layout/order.h"
#include "engine/layout/order_search.h"
#include "engine/layout/place.h"
#include "engine/layout/ports.h"
#include "engine/layout/ranks.h"
#include "engine/layout/route.h"
#include "engine/layout/wrap_layers.h"

namespace modgraph {
namespace {

constexpr double kPortPitch = 9;
constexpr std::size_t kMaxBoxesTwice = 120;
constexpr std::uint32_t kQuickStarts = 2;
constexpr std::size_t kFewBoxes = 100;
// Above it a rough order tells the size of a drawing well enough; below, it
// would choose another direction than a good one.
constexpr std::size_t kRoughBoxes = 500;
constexpr double kLoopRoom =
    26;  // on both sides of a box whose line leads to itself
constexpr double kLoopReach = 31;  // of the handles of that line

// Room on both sides of a box that has a loop, so that its middle stays.
void make_room_for_loops(const Part& part, LayeredGraph& graph) {
  for (const LayoutLine& line : part.lines)
    if (line.from == line.to)
      graph.width[line.from] = graph.side[line.from] + 2 * kLoopRoom;
}

std::vector<Point> loop_at(Point center, LayoutBox box) {
  const double x = center.x + box.width / 2;
  const double y = box.height / 4;
  return {{x, center.y - y},
          {x + kLoopReach, center.y - 1.6 * y},
          {x + kLoopReach, center.y + 1.6 * y},
          {x, center.y + y}};
}

// A line without lanes: straight from rim to rim, whatever is between.
std::vector<Point> straight_line(Point from, LayoutBox from_box, Point to,
                                 LayoutBox to_box) {
  const double down = to.y >= from.y ? 1 : -1;
  const Point a{from.x, from.y + down * from_box.height / 2};
  const Point b{to.x, to.y - down * to_box.height / 2};
  return {a,
          {(2 * a.x + b.x) / 3, (2 * a.y + b.y) / 3},
          {(a.x + 2 * b.x) / 3, (a.y + 2 * b.y) / 3},
          b};
}

// What a drawing covers.
struct PartExtent {
  double left = std::numeric_limits<double>::infinity();
  double top = std::numeric_limits<double>::infinity();
  double right = -std::numeric_limits<double>::infinity();
  double bottom = -std::numeric_limits<double>::infinity();

  void include(Point p, double half_width = 0, double half_height = 0) {
    left = std::min(left, p.x - half_width);
    right = std::max(right, p.x + half_width);
    top = std::min(top, p.y - half_height);
    bottom = std::max(bottom, p.y + half_height);
  }
};

class PartDrawing {
 public:
  PartDrawing(const Part& part, const LayoutOptions& options)
      : part_(part), care_(options.care), max_width_(options.max_width) {
    place_.gaps.box = options.box_gap;
    place_.gaps.lane = options.lane_gap;
    // The size of a large drawing is known well enough without its best form.
    if (care_ == LayoutCare::kQuick && part.boxes.size() > kFewBoxes)
      place_.exact_limit = 0;
    route_.layer_gap = options.layer_gap;
    route_.anchor = options.flow == Flow::kDown ? 0.5 : 0;
  }

  Layout draw() {
    Layering layering = layered(Claims::kHeard);
    // Lines that close loops had better lead upwards; but not at any price.
    if (has_claims()) {
      Layering other = layered(Claims::kIgnored);
      if (other.ordered.crossings < layering.ordered.crossings)
        layering = std::move(other);
    }
    if (care_ == LayoutCare::kFull)
      layering.ordered = searched_order(layering.graph, layering.ordered);
    against_ = std::move(layering.against);
    out_.layers = std::move(layering.layers);
    const LayeredGraph& graph = layering.graph;
    const OrderResult& ordered = layering.ordered;
    out_.lines_without_lanes = graph.lines_without_lanes;
    out_.crossings = ordered.crossings;
    // From here on every vertex has its layer and its place in it.
    const Ports ports = spread_ports(graph, ordered.order, kPortPitch);
    const std::vector<double> x =
        place_vertices(graph, ordered.order, ports, place_);
    const Bands bands = stack_layers(graph, x, route_);
    out_.curves = route_lines(graph, x, bands, ports, route_);
    for (std::uint32_t v = 0; v < box_count(); ++v)
      out_.centers.push_back(
          {x[v], top_of(graph, bands, v, route_) + part_.boxes[v].height / 2});
    finish_lines();
    move_to_corner();
    return std::move(out_);
  }

 private:
  // A way to put boxes into layers, and those in order.
  struct Layering {
    std::vector<std::uint8_t> against;
    std::vector<std::uint32_t> layers;
    LayeredGraph graph;
    OrderResult ordered;
  };

  Layering layered(Claims claims) const {
    Layering out;
    out.against = lines_against_flow(box_count(), part_.lines, claims);
    out.layers = assign_ranks(box_count(), part_.lines, out.against);
    if (max_width_ > 0)
      out.layers =
          wrap_layers(part_.boxes, out.layers, max_width_, place_.gaps.box);
    out.graph =
        layered_graph(part_.boxes, part_.lines, out.layers, out.against);
    make_room_for_loops(part_, out.graph);
    out.ordered = order_layers(out.graph, order_options());
    return out;
  }

  OrderOptions order_options() const {
    OrderOptions out;
    if (care_ == LayoutCare::kFull) return out;
    out.max_starts = part_.boxes.size() <= kFewBoxes ? kQuickStarts : 1;
    if (part_.boxes.size() > kRoughBoxes) out.round_limit = out.sift_limit = 0;
    return out;
  }

  // Whether it is worth a second layering.
  bool has_claims() const {
    return part_.boxes.size() <= kMaxBoxesTwice &&
           std::ranges::any_of(part_.lines, &LayoutLine::closes_loop);
  }

  std::uint32_t box_count() const {
    return static_cast<std::uint32_t>(part_.boxes.size());
  }

  // Loops, lines without lanes, and the direction of those turned around.
  void finish_lines() {
    for (std::size_t i = 0; i < part_.lines.size(); ++i) {
      const std::uint32_t from = part_.lines[i].from;
      const std::uint32_t to = part_.lines[i].to;
      std::vector<Point>& points = out_.curves[i].points;
      if (from == to)
        points = loop_at(out_.centers[from], part_.boxes[from]);
      else if (points.empty())
        points = straight_line(out_.centers[from], part_.boxes[from],
                               out_.centers[to], part_.boxes[to]);
      else if (against_[i] != 0)
        std::ranges::reverse(points);
    }
  }

  PartExtent extent() const {
    PartExtent out;
    for (std::size_t v = 0; v < part_.boxes.size(); ++v)
      out.include(out_.centers[v], part_.boxes[v].width / 2,
                  part_.boxes[v].height / 2);
    for (std::size_t i = 0; i < part_.lines.size(); ++i) {
      for (const Point& p : out_.curves[i].points) out.include(p);
      if (out_.curves[i].has_label)
        out.include(out_.curves[i].label, part_.lines[i].label_width / 2,
                    part_.lines[i].label_height / 2);
    }
    return out;
  }

  void move_to_corner() {
    const PartExtent e = extent();
    for (Point& center : out_.centers)
      center = {center.x - e.left, center.y - e.top};
    for (LayoutCurve& curve : out_.curves) curve.move(-e.left, -e.top);
    out_.width = e.right - e.left;
    out_.height = e.bottom - e.top;
  }

  const Part& part_;
  LayoutCare care_;
  double max_width_;
  std::vector<std::uint8_t> against_;
  PlaceOptions place_;
  RouteOptions route_;
  Layout out_;
};

}  // namespace

Layout draw_part(const Part& part, const LayoutOptions& options) {
  return PartDrawing(part, options).draw();
}

}  // namespace modgraph
