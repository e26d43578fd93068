#include "engine/layout/ports.h"

#include <algorithm>

namespace modgraph {
namespace {

// A line at one side of a box, and where it goes next.
struct End {
  std::uint32_t box;
  std::uint32_t next_position;  // of the vertex that it leads to
  std::uint32_t line;
};

// The part of a side that lines may use.
constexpr double kUsable = 0.8;

// `ends` of all boxes on one side, grouped; writes offsets by line.
void spread(const LayeredGraph& graph, std::vector<End>& ends, double pitch,
            std::vector<double>& offset) {
  std::ranges::sort(ends, [](const End& a, const End& b) {
    if (a.box != b.box) return a.box < b.box;
    if (a.next_position != b.next_position)
      return a.next_position < b.next_position;
    return a.line < b.line;
  });
  for (std::size_t first = 0; first < ends.size();) {
    std::size_t last = first;
    while (last < ends.size() && ends[last].box == ends[first].box) ++last;
    const auto gaps = static_cast<double>(last - first - 1);
    const double room = graph.side[ends[first].box] * kUsable;
    const double step = gaps > 0 ? std::min(pitch, room / gaps) : 0;
    for (std::size_t i = first; i < last; ++i)
      offset[ends[i].line] = (static_cast<double>(i - first) - gaps / 2) * step;
    first = last;
  }
}

}  // namespace

Ports spread_ports(const LayeredGraph& graph, const LayerOrder& order,
                   double pitch) {
  const std::uint32_t lines = graph.chains.count();
  std::vector<End> uppers, lowers;
  for (std::uint32_t line = 0; line < lines; ++line) {
    const auto chain = graph.chains[line];
    if (chain.empty()) continue;
    uppers.push_back({chain.front(), order.position[chain[1]], line});
    lowers.push_back(
        {chain.back(), order.position[chain[chain.size() - 2]], line});
  }
  Ports ports{std::vector<double>(lines, 0), std::vector<double>(lines, 0)};
  spread(graph, uppers, pitch, ports.upper);
  spread(graph, lowers, pitch, ports.lower);
  return ports;
}

}  // namespace modgraph
