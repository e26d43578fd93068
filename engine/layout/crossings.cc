// How many pairs of lines cross between two layers?
//
// Go through the pieces of lines by their upper, then by their lower end. A
// piece crosses those seen before whose lower end lies further right: an
// accumulator tree over the lower layer counts them while it is filled.
// Source: W. Barth, M. Juenger, P. Mutzel, "Simple and efficient bilayer cross
// counting", Graph Drawing 2002.
// Time O(pieces * log(layer size)), memory O(layer size).
// tree[k]: pieces seen below node k of a complete binary tree in heap order;
// the leaves are the places of the lower layer.
// Tested by tests/engine/layout/crossings_test.cc against all pairs.

#include "engine/layout/crossings.h"

#include <algorithm>
#include <bit>
#include <vector>

namespace modgraph {

std::uint64_t count_crossings(const LayeredGraph& graph,
                              const LayerOrder& order, std::uint32_t upper) {
  const auto uppers = order.layers[upper];
  const auto places = order.layers[upper + 1].size();
  const std::size_t first_leaf = std::bit_ceil(places);
  std::vector<std::uint32_t> tree(2 * first_leaf, 0);
  std::vector<std::uint32_t> row;
  std::uint64_t crossings = 0;
  for (std::uint32_t v : uppers) {
    row.clear();
    for (std::uint32_t w : graph.below[v]) row.push_back(order.position[w]);
    std::ranges::sort(row);
    for (std::uint32_t place : row)
      for (std::size_t k = first_leaf + place; k > 1; k /= 2)
        if (k % 2 == 0) crossings += tree[k + 1];
    // Added after all of them were counted: pieces of one vertex do not cross.
    for (std::uint32_t place : row)
      for (std::size_t k = first_leaf + place; k > 0; k /= 2) ++tree[k];
  }
  return crossings;
}

std::uint64_t count_crossings(const LayeredGraph& graph,
                              const LayerOrder& order) {
  std::uint64_t sum = 0;
  for (std::uint32_t l = 0; l + 1 < order.layers.count(); ++l)
    sum += count_crossings(graph, order, l);
  return sum;
}

}  // namespace modgraph
