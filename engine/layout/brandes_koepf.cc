// Coordinates along the layers in linear time.
//
// Align every vertex with its middle neighbour in the layer before, which makes
// blocks of vertices on one straight line; then push the blocks together. Doing
// so from above or below and from the left or the right gives four layouts with
// opposite biases; each vertex takes the mean of its two middle coordinates.
// Pieces between two lanes go first: whatever would cross them is not aligned,
// so long lines stay straight.
// Source: U. Brandes, B. Koepf, "Fast and simple horizontal coordinate
// assignment", Graph Drawing 2001. The pushing differs: blocks are the vertices
// of an acyclic graph, so a longest path places them, and a second pass pulls
// each back to its right neighbour; there are no classes to shift.
// Time O(vertices + pieces * log(degree)), memory O(vertices).
// align_[v]: the next vertex of v's block, back to the root at the end;
// root_[v]: the first one.
// Tested by tests/engine/layout/place_test.cc.

#include "engine/layout/brandes_koepf.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace modgraph {
namespace {

constexpr std::uint32_t kNoVertex = std::numeric_limits<std::uint32_t>::max();

// One of the four layouts.
struct Bias {
  bool from_below;
  bool from_right;
};

// For every vertex, how far pieces between two lanes reach over it: a piece
// (u, v) crosses one of them unless low[v] <= position[u] <= high[v].
struct LaneFence {
  std::vector<std::uint32_t> low, high;
};

LaneFence lane_fence(const LayeredGraph& graph, const LayerOrder& order) {
  LaneFence fence;
  fence.low.assign(graph.vertex_count(), 0);
  fence.high.assign(graph.vertex_count(), kNoVertex);
  const auto lane_above = [&](std::uint32_t v) {
    return !graph.is_box(v) && !graph.is_box(graph.above[v][0])
               ? order.position[graph.above[v][0]]
               : kNoVertex;
  };
  for (std::uint32_t l = 1; l < order.layers.count(); ++l) {
    const auto vertices = order.layers[l];
    std::uint32_t low = 0;
    for (std::uint32_t v : vertices) {
      fence.low[v] = low;
      if (lane_above(v) != kNoVertex) low = std::max(low, lane_above(v));
    }
    std::uint32_t high = kNoVertex;
    for (std::size_t i = vertices.size(); i-- > 0;) {
      fence.high[vertices[i]] = high;
      high = std::min(high, lane_above(vertices[i]));
    }
  }
  return fence;
}

class BlockLayout {
 public:
  BlockLayout(const LayeredGraph& graph, const LayerOrder& order,
              const Gaps& gaps, const LaneFence& fence, Bias bias)
      : graph_(graph),
        order_(order),
        gaps_(gaps),
        fence_(fence),
        bias_(bias),
        root_(graph.vertex_count()),
        align_(graph.vertex_count()) {
    std::iota(root_.begin(), root_.end(), 0U);
    std::iota(align_.begin(), align_.end(), 0U);
  }

  std::vector<double> coordinates() {
    align_blocks();
    std::vector<double> x = push_blocks();
    if (bias_.from_right)
      for (double& value : x) value = -value;
    return x;
  }

 private:
  // Positions as this layout sees them: counted from the side it starts at.
  std::uint32_t place(std::uint32_t v) const {
    const std::uint32_t p = order_.position[v];
    if (!bias_.from_right) return p;
    return static_cast<std::uint32_t>(order_.layers[graph_.layer[v]].size()) -
           1 - p;
  }
  // The vertex after v in its layer, seen from the same side.
  std::uint32_t behind(std::uint32_t v) const {
    const auto layer = order_.layers[graph_.layer[v]];
    const std::uint32_t p = order_.position[v];
    if (bias_.from_right) return p > 0 ? layer[p - 1] : kNoVertex;
    return p + 1 < layer.size() ? layer[p + 1] : kNoVertex;
  }
  double distance(std::uint32_t v, std::uint32_t w) const {
    return bias_.from_right ? least_distance(graph_, w, v, gaps_)
                            : least_distance(graph_, v, w, gaps_);
  }

  bool crosses_lane(std::uint32_t v, std::uint32_t neighbour) const {
    const std::uint32_t upper = bias_.from_below ? v : neighbour;
    const std::uint32_t lower = bias_.from_below ? neighbour : v;
    if (!graph_.is_box(upper) && !graph_.is_box(lower)) return false;
    const std::uint32_t p = order_.position[upper];
    return p < fence_.low[lower] || p > fence_.high[lower];
  }

  void align_blocks() {
    const std::uint32_t count = order_.layers.count();
    for (std::uint32_t i = 1; i < count; ++i)
      align_layer(bias_.from_below ? count - 1 - i : i);
  }

  void align_layer(std::uint32_t layer) {
    const Groups& side = bias_.from_below ? graph_.below : graph_.above;
    const auto vertices = order_.layers[layer];
    std::int64_t last = -1;  // place of the last neighbour aligned with
    std::vector<std::uint32_t> row;
    for (std::size_t i = 0; i < vertices.size(); ++i) {
      const std::uint32_t v =
          vertices[bias_.from_right ? vertices.size() - 1 - i : i];
      row.assign(side[v].begin(), side[v].end());
      if (row.empty()) continue;
      std::ranges::sort(row, {}, [&](std::uint32_t w) { return place(w); });
      for (std::size_t m : {(row.size() - 1) / 2, row.size() / 2}) {
        const std::uint32_t w = row[m];
        if (align_[v] != v || place(w) <= last || crosses_lane(v, w)) continue;
        align_[w] = v;
        root_[v] = root_[w];
        align_[v] = root_[v];
        last = place(w);
      }
    }
  }

  template <class Visit>
  void for_each_member(std::uint32_t root, Visit visit) const {
    std::uint32_t v = root;
    do {
      visit(v);
      v = align_[v];
    } while (v != root);
  }

  // Blocks in an order in which each comes after all that are before it.
  std::vector<std::uint32_t> block_order() const {
    std::vector<std::uint32_t> waiting(graph_.vertex_count(), 0);
    for (std::uint32_t v = 0; v < graph_.vertex_count(); ++v)
      if (behind(v) != kNoVertex) ++waiting[root_[behind(v)]];
    std::vector<std::uint32_t> blocks;
    for (std::uint32_t v = 0; v < graph_.vertex_count(); ++v)
      if (root_[v] == v && waiting[v] == 0) blocks.push_back(v);
    for (std::size_t i = 0; i < blocks.size(); ++i)
      for_each_member(blocks[i], [&](std::uint32_t v) {
        const std::uint32_t w = behind(v);
        if (w != kNoVertex && --waiting[root_[w]] == 0)
          blocks.push_back(root_[w]);
      });
    return blocks;
  }

  std::vector<double> push_blocks() const {
    std::vector<double> x(graph_.vertex_count(), 0);
    const std::vector<std::uint32_t> blocks = block_order();
    for (std::uint32_t root : blocks)
      for_each_member(root, [&](std::uint32_t v) {
        const std::uint32_t w = behind(v);
        if (w == kNoVertex) return;
        x[root_[w]] = std::max(x[root_[w]], x[root] + distance(v, w));
      });
    for (std::size_t i = blocks.size(); i-- > 0;) {
      double room = std::numeric_limits<double>::infinity();
      for_each_member(blocks[i], [&](std::uint32_t v) {
        const std::uint32_t w = behind(v);
        if (w != kNoVertex) room = std::min(room, x[root_[w]] - distance(v, w));
      });
      if (room < std::numeric_limits<double>::infinity())
        x[blocks[i]] = std::max(x[blocks[i]], room);
    }
    for (std::uint32_t v = 0; v < graph_.vertex_count(); ++v)
      x[v] = x[root_[v]];
    return x;
  }

  const LayeredGraph& graph_;
  const LayerOrder& order_;
  const Gaps& gaps_;
  const LaneFence& fence_;
  Bias bias_;
  std::vector<std::uint32_t> root_;
  std::vector<std::uint32_t> align_;
};

struct Width {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
  double size() const { return high - low; }
};

Width width_of(const LayeredGraph& graph, const std::vector<double>& x) {
  Width width;
  for (std::uint32_t v = 0; v < x.size(); ++v) {
    width.low = std::min(width.low, x[v] - graph.width[v] / 2);
    width.high = std::max(width.high, x[v] + graph.width[v] / 2);
  }
  return width;
}

constexpr std::array<Bias, 4> kBiases = {
    {{false, false}, {false, true}, {true, false}, {true, true}}};

}  // namespace

std::vector<double> brandes_koepf(const LayeredGraph& graph,
                                  const LayerOrder& order, const Gaps& gaps) {
  const LaneFence fence = lane_fence(graph, order);
  std::array<std::vector<double>, 4> x;
  std::array<Width, 4> widths;
  for (std::size_t i = 0; i < 4; ++i) {
    x[i] = BlockLayout(graph, order, gaps, fence, kBiases[i]).coordinates();
    widths[i] = width_of(graph, x[i]);
  }
  // All four are lined up with the narrowest, on the side they started from.
  const Width narrowest = *std::ranges::min_element(widths, {}, &Width::size);
  for (std::size_t i = 0; i < 4; ++i) {
    const double shift = kBiases[i].from_right ? narrowest.high - widths[i].high
                                               : narrowest.low - widths[i].low;
    for (double& value : x[i]) value += shift;
  }
  std::vector<double> mean(graph.vertex_count());
  for (std::uint32_t v = 0; v < graph.vertex_count(); ++v) {
    std::array<double, 4> all = {x[0][v], x[1][v], x[2][v], x[3][v]};
    std::ranges::sort(all);
    mean[v] = (all[1] + all[2]) / 2;
  }
  return mean;
}

}  // namespace modgraph
