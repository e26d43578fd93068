// Which layer does each box go to?
//
// Short lines are easy to follow, so layers minimise the weighted sum of spans:
// the network simplex method on one distance per pair of boxes. Boxes that
// could be in several layers at the same cost then move to the emptiest one,
// which makes the drawing less wide.
// Source: E. Gansner, E. Koutsofios, S. North, K. Vo, "A technique for drawing
// directed graphs", IEEE TSE 1993, section 2.
// Cost: network_simplex.h; balancing is O(lines + boxes * free layers).
// Tested by tests/engine/layout/ranks_test.cc.

#include "engine/layout/ranks.h"

#include <algorithm>
#include <limits>

#include "engine/layout/network_simplex.h"

namespace modgraph {
namespace {

// One distance per pair of boxes: repeats add their weights.
std::vector<Distance> distances_of(std::span<const LayoutLine> lines,
                                   std::span<const std::uint8_t> against) {
  std::vector<Distance> all;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const LayoutLine& line = lines[i];
    if (line.from == line.to) continue;
    const std::int32_t length = line.label_width > 0 ? 2 : 1;
    const auto weight = static_cast<std::int32_t>(
        std::clamp<std::uint32_t>(line.weight, 1, 1000));
    if (against[i] != 0)
      all.push_back({line.to, line.from, length, weight});
    else
      all.push_back({line.from, line.to, length, weight});
  }
  std::ranges::sort(all, [](const Distance& a, const Distance& b) {
    return a.tail != b.tail ? a.tail < b.tail : a.head < b.head;
  });
  std::vector<Distance> merged;
  for (const Distance& d : all) {
    if (merged.empty() || merged.back().tail != d.tail ||
        merged.back().head != d.head) {
      merged.push_back(d);
      continue;
    }
    merged.back().weight += d.weight;
    merged.back().min_length = std::max(merged.back().min_length, d.min_length);
  }
  return merged;
}

// Where a box may be, given the layers of all others.
struct Room {
  std::int32_t low = 0;
  std::int32_t high = std::numeric_limits<std::int32_t>::max();
  std::int64_t pull = 0;  // outgoing minus incoming weight
};

// Moves boxes that are pulled equally to both sides to the emptiest layer.
void balance(std::span<const Distance> distances, std::uint32_t box_count,
             std::vector<std::int32_t>& at) {
  std::vector<std::vector<std::uint32_t>> touching(box_count);
  for (std::uint32_t id = 0; id < distances.size(); ++id) {
    touching[distances[id].tail].push_back(id);
    touching[distances[id].head].push_back(id);
  }
  const std::int32_t last = at.empty() ? 0 : *std::ranges::max_element(at);
  std::vector<std::uint32_t> crowd(static_cast<std::size_t>(last) + 1, 0);
  for (std::int32_t layer : at) ++crowd[static_cast<std::size_t>(layer)];
  for (std::uint32_t v = 0; v < box_count; ++v) {
    Room room{0, last, 0};
    for (std::uint32_t id : touching[v]) {
      const Distance& d = distances[id];
      if (d.head == v) {
        room.low = std::max(room.low, at[d.tail] + d.min_length);
        room.pull -= d.weight;
      } else {
        room.high = std::min(room.high, at[d.head] - d.min_length);
        room.pull += d.weight;
      }
    }
    if (touching[v].empty() || room.pull != 0) continue;
    --crowd[static_cast<std::size_t>(at[v])];
    std::int32_t best = at[v];
    for (std::int32_t layer = room.low; layer <= room.high; ++layer)
      if (crowd[static_cast<std::size_t>(layer)] <
          crowd[static_cast<std::size_t>(best)])
        best = layer;
    ++crowd[static_cast<std::size_t>(best)];
    at[v] = best;
  }
}

}  // namespace

std::vector<std::uint32_t> assign_ranks(std::uint32_t box_count,
                                        std::span<const LayoutLine> lines,
                                        std::span<const std::uint8_t> against) {
  const std::vector<Distance> distances = distances_of(lines, against);
  std::vector<std::int32_t> at = network_simplex(box_count, distances).at;
  balance(distances, box_count, at);
  std::vector<std::uint32_t> ranks;
  ranks.reserve(at.size());
  for (std::int32_t layer : at)
    ranks.push_back(static_cast<std::uint32_t>(layer));
  return ranks;
}

}  // namespace modgraph
