#include "engine/layout/layout.h"

#include <algorithm>
#include <utility>

#include "engine/layout/pack.h"
#include "engine/layout/part_drawing.h"
#include "engine/layout/parts.h"

namespace modgraph {
namespace {

constexpr double kPartGaps = 1.6;  // between parts, in layer gaps

// Boxes and lines of one part, by their place in it. For a flow to the right
// everything lies on its side.
Part part_of(std::span<const LayoutBox> boxes,
             std::span<const LayoutLine> lines, const Parts& parts,
             std::uint32_t number, Flow flow) {
  Part part;
  for (const std::uint32_t id : parts.boxes[number]) {
    part.boxes.push_back(boxes[id]);
    if (flow == Flow::kRight)
      std::swap(part.boxes.back().width, part.boxes.back().height);
  }
  for (const std::uint32_t id : parts.lines[number]) {
    LayoutLine line = lines[id];
    line.from = parts.place[line.from];
    line.to = parts.place[line.to];
    if (flow == Flow::kRight) std::swap(line.label_width, line.label_height);
    part.lines.push_back(line);
  }
  return part;
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

// Puts the drawing of a part into the whole.
void insert(Layout drawing, const Parts& parts, std::uint32_t number,
            Point corner, Layout& whole) {
  const auto boxes = parts.boxes[number];
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    whole.centers[boxes[i]] = {drawing.centers[i].x + corner.x,
                               drawing.centers[i].y + corner.y};
    whole.layers[boxes[i]] = drawing.layers[i];
  }
  const auto lines = parts.lines[number];
  for (std::size_t i = 0; i < lines.size(); ++i) {
    drawing.curves[i].move(corner.x, corner.y);
    whole.curves[lines[i]] = std::move(drawing.curves[i]);
  }
  whole.crossings += drawing.crossings;
  whole.lines_without_lanes += drawing.lines_without_lanes;
}

}  // namespace

Layout lay_out(std::span<const LayoutBox> boxes,
               std::span<const LayoutLine> lines,
               const LayoutOptions& options) {
  const Parts parts =
      connected_parts(static_cast<std::uint32_t>(boxes.size()), lines);
  std::vector<Layout> drawings;
  std::vector<LayoutBox> sizes;
  for (std::uint32_t p = 0; p < parts.boxes.count(); ++p) {
    drawings.push_back(
        draw_part(part_of(boxes, lines, parts, p, options.flow), options));
    if (options.flow == Flow::kRight) turn_right(drawings.back());
    sizes.push_back({drawings.back().width, drawings.back().height});
  }
  const Packing packing =
      pack(sizes, kPartGaps * options.layer_gap, options.aspect);
  Layout whole;
  whole.centers.resize(boxes.size());
  whole.layers.resize(boxes.size());
  whole.curves.resize(lines.size());
  whole.width = packing.width;
  whole.height = packing.height;
  for (std::uint32_t p = 0; p < parts.boxes.count(); ++p)
    insert(std::move(drawings[p]), parts, p, packing.corners[p], whole);
  return whole;
}

}  // namespace modgraph
