#include "engine/layout/wrap_layers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace modgraph {

std::vector<std::uint32_t> wrap_layers(std::span<const LayoutBox> boxes,
                                       std::span<const std::uint32_t> layers,
                                       double width, double gap) {
  std::vector<std::uint32_t> order(layers.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {},
                           [&](std::uint32_t b) { return layers[b]; });
  std::vector<double> total(layers.empty() ? 0 : layers[order.back()] + 1);
  for (std::size_t b = 0; b < boxes.size(); ++b)
    total[layers[b]] += boxes[b].width + gap;
  std::vector<std::uint32_t> out(layers.size());
  std::uint32_t row = 0;
  double used = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::uint32_t box = order[i];
    const bool next_layer = i > 0 && layers[box] != layers[order[i - 1]];
    // Rows of about the same width look better than a last one with one box.
    const double rows = std::ceil((total[layers[box]] - gap) / width);
    const double share = std::min(width, total[layers[box]] / rows + gap);
    const bool full = used > 0 && used + boxes[box].width > share;
    if (next_layer || full) {
      ++row;
      used = 0;
    }
    out[box] = row;
    used += boxes[box].width + gap;
  }
  return out;
}

}  // namespace modgraph
