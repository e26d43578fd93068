// Where do a vertex's neighbours pull it?
//
// With the layer above fixed, a vertex whose neighbours are in the middle of
// it belongs in the middle; layer by layer, down and up.
// Source: E. Gansner, E. Koutsofios, S. North, K. Vo, "A technique for drawing
// directed graphs", IEEE TSE 1993, section 3 (medians).
// Tested by tests/engine/layout/order_test.cc.

#include "engine/layout/sweep.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <vector>

namespace modgraph {
namespace {

constexpr double kNoNeighbour = -1;

double mean_of(std::span<const std::uint32_t> places) {
  const double sum = std::accumulate(places.begin(), places.end(), 0.0);
  return sum / static_cast<double>(places.size());
}

// The middle one; between the two middle ones, nearer to the side where the
// others are closer together.
double median_of(std::span<const std::uint32_t> places) {
  const std::size_t middle = places.size() / 2;
  if (places.size() % 2 == 1) return places[middle];
  if (places.size() == 2) return (places[0] + places[1]) / 2.0;
  const double left = places[middle - 1] - places.front();
  const double right = places.back() - places[middle];
  if (left + right == 0) return places[middle];
  return (places[middle - 1] * right + places[middle] * left) / (left + right);
}

// The places of v's neighbours on one side, ascending.
void sorted_places(std::span<const std::uint32_t> neighbours,
                   const LayerOrder& order, std::vector<std::uint32_t>& out) {
  out.clear();
  for (std::uint32_t w : neighbours) out.push_back(order.position[w]);
  std::ranges::sort(out);
}

struct Keyed {
  double key;
  std::uint32_t vertex;
};

// Sorts one layer; vertices without neighbours keep their places.
void sort_layer(const LayeredGraph& graph, std::uint32_t layer,
                SweepStyle style, LayerOrder& order) {
  const Groups& side =
      style.direction == SweepDirection::kDown ? graph.above : graph.below;
  const auto vertices = order.layers[layer];
  std::vector<std::uint32_t> places;
  std::vector<Keyed> moving;
  std::vector<std::uint32_t> free_places;
  for (std::uint32_t i = 0; i < vertices.size(); ++i) {
    sorted_places(side[vertices[i]], order, places);
    if (places.empty()) continue;
    const double key =
        style.key == SweepKey::kMedian ? median_of(places) : mean_of(places);
    moving.push_back({key, vertices[i]});
    free_places.push_back(i);
  }
  if (style.ties == Ties::kTurn) std::ranges::reverse(moving);
  std::ranges::stable_sort(moving, {}, &Keyed::key);
  for (std::size_t i = 0; i < moving.size(); ++i) {
    vertices[free_places[i]] = moving[i].vertex;
    order.position[moving[i].vertex] = free_places[i];
  }
}

}  // namespace

LayerOrder swept(const LayeredGraph& graph, LayerOrder order,
                 SweepStyle style) {
  const std::uint32_t count = order.layers.count();
  for (std::uint32_t i = 1; i < count; ++i)
    sort_layer(graph,
               style.direction == SweepDirection::kDown ? i : count - 1 - i,
               style, order);
  return order;
}

}  // namespace modgraph
