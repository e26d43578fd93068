#include "engine/layout/pack.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace modgraph {
namespace {

// How wide rows may be, so that all parts together get about the aspect.
double row_width(std::span<const LayoutBox> parts, double gap, double aspect) {
  double area = 0, widest = 0;
  for (const LayoutBox& part : parts) {
    area += (part.width + gap) * (part.height + gap);
    widest = std::max(widest, part.width);
  }
  return std::max(widest, std::sqrt(area * aspect));
}

}  // namespace

Packing pack(std::span<const LayoutBox> parts, double gap, double aspect) {
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    return parts[a].height > parts[b].height;
  });
  const double limit = row_width(parts, gap, aspect);
  Packing packing;
  packing.corners.resize(parts.size());
  double x = 0, y = 0, row_height = 0;
  for (std::size_t i : order) {
    if (x > 0 && x + parts[i].width > limit) {
      x = 0;
      y += row_height + gap;
      row_height = 0;
    }
    packing.corners[i] = {x, y};
    x += parts[i].width + gap;
    row_height = std::max(row_height, parts[i].height);
    packing.width = std::max(packing.width, x - gap);
    packing.height = std::max(packing.height, y + row_height);
  }
  return packing;
}

}  // namespace modgraph
