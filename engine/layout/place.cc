// Where is each vertex along its layer?
//
// Lines should be straight, the longer the more, and vertices must keep their
// order and distances. As a weighted sum of bends under minimum distances this
// is a network simplex problem: one point per vertex, one more per piece of a
// line, which lies at the left one of the piece's two ends and so measures the
// bend. It begins with Brandes and Koepf's answer, which is straight but wide.
// The exact answer is not linear: in large drawings the search ends before it,
// and those beyond PlaceOptions::exact_limit are placed by Brandes and Koepf's
// method alone.
// Source: E. Gansner, E. Koutsofios, S. North, K. Vo, "A technique for drawing
// directed graphs", IEEE TSE 1993, section 4.2.
// Tested by tests/engine/layout/place_test.cc.

#include "engine/layout/place.h"

#include <cmath>

#include "engine/layout/brandes_koepf.h"
#include "engine/layout/network_simplex.h"

namespace modgraph {
namespace {

// How much a bend costs: in the middle of a long line most, between two boxes
// least (the factors of the article).
std::int32_t straightness(const LayeredGraph& graph, std::uint32_t upper,
                          std::uint32_t lower) {
  const int boxes =
      (graph.is_box(upper) ? 1 : 0) + (graph.is_box(lower) ? 1 : 0);
  if (boxes == 2) return 1;
  return boxes == 1 ? 2 : 8;
}

std::int32_t whole(double length) {
  return static_cast<std::int32_t>(std::lround(length));
}

// Adds a point that measures the bend of a piece whose ends touch at
// upper + upper_port and lower + lower_port.
void add_piece(std::uint32_t upper, std::uint32_t lower, std::int32_t offset,
               std::int32_t weight, std::vector<std::int32_t>& start,
               std::vector<Distance>& distances) {
  const auto point = static_cast<std::uint32_t>(start.size());
  const std::int32_t to_upper = std::max(0, -offset);
  const std::int32_t to_lower = std::max(0, offset);
  start.push_back(std::min(start[upper] - to_upper, start[lower] - to_lower));
  distances.push_back({point, upper, to_upper, weight});
  distances.push_back({point, lower, to_lower, weight});
}

std::vector<double> exact(const LayeredGraph& graph, const LayerOrder& order,
                          const Ports& ports, const PlaceOptions& options) {
  std::vector<Distance> distances;
  std::vector<std::int32_t> start;
  for (const double x : brandes_koepf(graph, order, options.gaps))
    start.push_back(whole(x));
  for (std::uint32_t line = 0; line < graph.chains.count(); ++line) {
    const auto chain = graph.chains[line];
    for (std::size_t k = 1; k < chain.size(); ++k) {
      const double from = k == 1 ? ports.upper[line] : 0;
      const double to = k + 1 == chain.size() ? ports.lower[line] : 0;
      const auto weight = static_cast<std::int32_t>(
          std::min<std::uint32_t>(graph.line_weight[line], 1000));
      add_piece(chain[k - 1], chain[k], whole(from - to),
                weight * straightness(graph, chain[k - 1], chain[k]), start,
                distances);
    }
  }
  for (std::uint32_t l = 0; l < order.layers.count(); ++l) {
    const auto layer = order.layers[l];
    for (std::size_t i = 1; i < layer.size(); ++i)
      distances.push_back({layer[i - 1], layer[i],
                           static_cast<std::int32_t>(std::ceil(least_distance(
                               graph, layer[i - 1], layer[i], options.gaps))),
                           0});
  }
  SimplexOptions simplex;
  simplex.start = start;
  simplex.work_limit = options.work_limit;
  const Positions positions = network_simplex(
      static_cast<std::uint32_t>(start.size()), distances, simplex);
  return {positions.at.begin(), positions.at.begin() + graph.vertex_count()};
}

}  // namespace

std::vector<double> place_vertices(const LayeredGraph& graph,
                                   const LayerOrder& order, const Ports& ports,
                                   const PlaceOptions& options) {
  const std::uint64_t size =
      std::uint64_t{graph.vertex_count()} + graph.below.item_count();
  return size <= options.exact_limit
             ? exact(graph, order, ports, options)
             : brandes_koepf(graph, order, options.gaps);
}

}  // namespace modgraph
