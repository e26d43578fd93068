#include "engine/layout/parts.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace modgraph {
namespace {

// The representative of v's set, with every second link on the way shortened.
std::uint32_t find(std::vector<std::uint32_t>& link, std::uint32_t v) {
  while (link[v] != v) {
    link[v] = link[link[v]];
    v = link[v];
  }
  return v;
}

}  // namespace

Parts connected_parts(std::uint32_t box_count,
                      std::span<const LayoutLine> lines) {
  std::vector<std::uint32_t> link(box_count);
  std::iota(link.begin(), link.end(), 0U);
  for (const LayoutLine& line : lines) {
    const auto [low, high] =
        std::minmax({find(link, line.from), find(link, line.to)});
    link[high] = low;  // so that a part's first box represents it
  }
  std::vector<std::uint32_t> part(box_count), place(box_count), size;
  for (std::uint32_t v = 0; v < box_count; ++v) {
    const std::uint32_t root = find(link, v);
    part[v] = root == v ? static_cast<std::uint32_t>(size.size()) : part[root];
    if (root == v) size.push_back(0);
    place[v] = size[part[v]]++;
  }
  std::vector<std::uint32_t> part_of_line;
  part_of_line.reserve(lines.size());
  for (const LayoutLine& line : lines) part_of_line.push_back(part[line.from]);
  const auto count = static_cast<std::uint32_t>(size.size());
  return {Groups::by_key(count, part), Groups::by_key(count, part_of_line),
          std::move(place)};
}

}  // namespace modgraph
