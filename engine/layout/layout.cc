#include "engine/layout/layout.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "engine/layout/acyclic.h"
#include "engine/layout/layered_graph.h"
#include "engine/layout/order.h"
#include "engine/layout/pack.h"
#include "engine/layout/parts.h"
#include "engine/layout/place.h"
#include "engine/layout/ports.h"
#include "engine/layout/ranks.h"
#include "engine/layout/route.h"

namespace modgraph {
namespace {

constexpr double kPortPitch = 9;
constexpr double kLoopRoom = 26;   // beside a box whose line leads to itself
constexpr double kPartGaps = 1.6;  // between parts, in layer gaps

// One connected part, drawn downwards; boxes and lines by their place in it.
struct Part {
  std::vector<LayoutBox> boxes;  // with room for loops
  std::vector<LayoutLine> lines;
  std::vector<double> loop_room;  // by box, at the right of it
};

Part part_of(std::span<const LayoutBox> boxes,
             std::span<const LayoutLine> lines,
             std::span<const std::uint32_t> box_ids,
             std::span<const std::uint32_t> line_ids,
             std::span<std::uint32_t> place_in_part, Flow flow) {
  Part part;
  for (std::uint32_t id : box_ids) {
    place_in_part[id] = static_cast<std::uint32_t>(part.boxes.size());
    part.boxes.push_back(boxes[id]);
    if (flow == Flow::kRight)
      std::swap(part.boxes.back().width, part.boxes.back().height);
  }
  part.loop_room.assign(part.boxes.size(), 0);
  for (std::uint32_t id : line_ids) {
    LayoutLine line = lines[id];
    line.from = place_in_part[line.from];
    line.to = place_in_part[line.to];
    if (flow == Flow::kRight) std::swap(line.label_width, line.label_height);
    if (line.from == line.to) part.loop_room[line.from] = kLoopRoom;
    part.lines.push_back(line);
  }
  for (std::size_t v = 0; v < part.boxes.size(); ++v)
    part.boxes[v].width += part.loop_room[v];
  return part;
}

// A loop at the right side of a box.
std::vector<Point> loop_at(Point center, LayoutBox box) {
  const double x = center.x + box.width / 2;
  const double y = box.height / 4;
  const double reach = kLoopRoom * 1.2;
  return {{x, center.y - y},
          {x + reach, center.y - 1.6 * y},
          {x + reach, center.y + 1.6 * y},
          {x, center.y + y}};
}

void shift(LayoutCurve& curve, double dx, double dy) {
  for (Point& point : curve.points) point = {point.x + dx, point.y + dy};
  curve.label = {curve.label.x + dx, curve.label.y + dy};
}

// Moves a drawing so that its upper left corner is (0, 0), and measures it.
void frame(const Part& part, Layout& drawing) {
  double left = std::numeric_limits<double>::infinity(), right = -left;
  double top = left, bottom = right;
  const auto include = [&](double x, double y) {
    left = std::min(left, x), right = std::max(right, x);
    top = std::min(top, y), bottom = std::max(bottom, y);
  };
  for (std::size_t v = 0; v < part.boxes.size(); ++v) {
    const Point c = drawing.centers[v];
    const double half = (part.boxes[v].width - part.loop_room[v]) / 2;
    include(c.x - half, c.y - part.boxes[v].height / 2);
    include(c.x + half + part.loop_room[v], c.y + part.boxes[v].height / 2);
  }
  for (std::size_t i = 0; i < part.lines.size(); ++i) {
    for (const Point& point : drawing.curves[i].points)
      include(point.x, point.y);
    if (part.lines[i].label_width == 0 || drawing.curves[i].points.empty())
      continue;
    const Point label = drawing.curves[i].label;
    include(label.x - part.lines[i].label_width / 2, label.y);
    include(label.x + part.lines[i].label_width / 2, label.y);
  }
  for (Point& center : drawing.centers)
    center = {center.x - left, center.y - top};
  for (LayoutCurve& curve : drawing.curves) shift(curve, -left, -top);
  drawing.width = right - left;
  drawing.height = bottom - top;
}

// Lines without lanes: straight from rim to rim.
std::vector<Point> direct_line(Point from, LayoutBox from_box, Point to,
                               LayoutBox to_box) {
  const double down = to.y >= from.y ? 1 : -1;
  const Point a{from.x, from.y + down * from_box.height / 2};
  const Point b{to.x, to.y - down * to_box.height / 2};
  return {a,
          {(2 * a.x + b.x) / 3, (2 * a.y + b.y) / 3},
          {(a.x + 2 * b.x) / 3, (a.y + 2 * b.y) / 3},
          b};
}

Layout draw_part(const Part& part, const LayoutOptions& options) {
  const auto count = static_cast<std::uint32_t>(part.boxes.size());
  const std::vector<std::uint8_t> against =
      lines_against_flow(count, part.lines);
  Layout drawing;
  drawing.layers = assign_ranks(count, part.lines, against);
  const LayeredGraph graph =
      layered_graph(part.boxes, part.lines, drawing.layers, against);
  drawing.lines_without_lanes = graph.lines_without_lanes;
  const OrderResult ordered = order_layers(graph);
  drawing.crossings = ordered.crossings;
  // From here on every vertex has its layer and its place in it.
  const Ports ports = spread_ports(graph, ordered.order, kPortPitch);
  PlaceOptions place;
  place.box_gap = options.box_gap;
  place.lane_gap = options.lane_gap;
  std::vector<double> x = place_vertices(graph, ordered.order, ports, place);
  RouteOptions route;
  route.layer_gap = options.layer_gap;
  route.anchor = options.flow == Flow::kDown ? 0.5 : 0;
  const Bands bands = stack_layers(graph, x, route);
  drawing.curves = route_lines(graph, x, bands, ports, route);
  for (std::uint32_t v = 0; v < count; ++v)
    drawing.centers.push_back(
        {x[v] - part.loop_room[v] / 2,
         top_of(graph, bands, v, route) + part.boxes[v].height / 2});
  for (std::size_t i = 0; i < part.lines.size(); ++i) {
    const auto [from, to] = std::pair(part.lines[i].from, part.lines[i].to);
    std::vector<Point>& points = drawing.curves[i].points;
    LayoutBox box = part.boxes[from];
    box.width -= part.loop_room[from];
    if (from == to)
      points = loop_at(drawing.centers[from], box);
    else if (points.empty())
      points = direct_line(drawing.centers[from], part.boxes[from],
                           drawing.centers[to], part.boxes[to]);
    else if (against[i] != 0)
      std::ranges::reverse(points);
  }
  frame(part, drawing);
  return drawing;
}

void turn_right(Layout& drawing) {
  const auto turn = [](Point& p) { std::swap(p.x, p.y); };
  std::ranges::for_each(drawing.centers, turn);
  for (LayoutCurve& curve : drawing.curves) {
    std::ranges::for_each(curve.points, turn);
    turn(curve.label);
  }
  std::swap(drawing.width, drawing.height);
}

}  // namespace

Layout lay_out(std::span<const LayoutBox> boxes,
               std::span<const LayoutLine> lines,
               const LayoutOptions& options) {
  const auto count = static_cast<std::uint32_t>(boxes.size());
  const Parts parts = connected_parts(count, lines);
  std::vector<std::uint32_t> place_in_part(count);
  std::vector<Layout> drawings;
  std::vector<LayoutBox> sizes;
  for (std::uint32_t p = 0; p < parts.boxes.count(); ++p) {
    const Part part = part_of(boxes, lines, parts.boxes[p], parts.lines[p],
                              place_in_part, options.flow);
    drawings.push_back(draw_part(part, options));
    if (options.flow == Flow::kRight) turn_right(drawings.back());
    sizes.push_back({drawings.back().width, drawings.back().height});
  }
  const Packing packing =
      pack(sizes, kPartGaps * options.layer_gap, options.aspect);

  Layout whole;
  whole.centers.resize(count);
  whole.layers.resize(count);
  whole.curves.resize(lines.size());
  whole.width = packing.width;
  whole.height = packing.height;
  for (std::uint32_t p = 0; p < parts.boxes.count(); ++p) {
    Layout& drawing = drawings[p];
    const Point corner = packing.corners[p];
    for (std::size_t i = 0; i < parts.boxes[p].size(); ++i) {
      const std::uint32_t box = parts.boxes[p][i];
      whole.centers[box] = {drawing.centers[i].x + corner.x,
                            drawing.centers[i].y + corner.y};
      whole.layers[box] = drawing.layers[i];
    }
    for (std::size_t i = 0; i < parts.lines[p].size(); ++i) {
      shift(drawing.curves[i], corner.x, corner.y);
      whole.curves[parts.lines[p][i]] = std::move(drawing.curves[i]);
    }
    whole.crossings += drawing.crossings;
    whole.lines_without_lanes += drawing.lines_without_lanes;
  }
  return whole;
}

}  // namespace modgraph
