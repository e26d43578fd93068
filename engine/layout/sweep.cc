// The steps that make a layer order better.
//
// Sorting by neighbours: with the layer above fixed, a vertex whose neighbours
// stand in the middle of it belongs in the middle; layer by layer, down and up.
// Transposition: for two vertices side by side, the crossings between their
// lines depend on these two alone, so exchanging them is judged exactly.
// Sifting: the same, carried on over the whole layer; the best place wins.
// Source: E. Gansner, E. Koutsofios, S. North, K. Vo, "A technique for drawing
// directed graphs", IEEE TSE 1993, section 3 (medians, transposition); C.
// Matuszewski, R. Schoenfeld, P. Molitor, "Using sifting for k-layer
// straightline crossing minimization", Graph Drawing 1999.
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
// others stand closer together.
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

// Crossings between the lines of two vertices when the first stands left.
std::uint64_t pair_crossings(std::span<const std::uint32_t> left,
                             std::span<const std::uint32_t> right) {
  std::uint64_t crossings = 0;
  std::size_t seen = 0;  // places of `right` that are smaller than l
  for (std::uint32_t l : left) {
    while (seen < right.size() && right[seen] < l) ++seen;
    crossings += seen;
  }
  return crossings;
}

// The neighbours' places of every vertex of one layer, sorted once: they stay
// the same while only that layer changes.
class LayerPlaces {
 public:
  LayerPlaces(const LayeredGraph& graph, const LayerOrder& order,
              std::span<const std::uint32_t> vertices) {
    std::vector<std::uint32_t> row;
    for (std::uint32_t v : vertices) {
      sorted_places(graph.above[v], order, row);
      above_.append(row);
      sorted_places(graph.below[v], order, row);
      below_.append(row);
    }
  }

  /// Crossings between the lines of rows a and b with a left of b.
  std::uint64_t crossings(std::uint32_t a, std::uint32_t b) const {
    return pair_crossings(above_[a], above_[b]) +
           pair_crossings(below_[a], below_[b]);
  }

 private:
  Groups above_, below_;
};

// What a transposition pass did to a layer.
struct PassResult {
  bool improved = false;
};

PassResult transpose_pass(const LayerPlaces& places, Ties ties,
                          std::vector<std::uint32_t>& rows) {
  PassResult result;
  for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
    const std::uint64_t now = places.crossings(rows[i], rows[i + 1]);
    if (now == 0) continue;
    const std::uint64_t then = places.crossings(rows[i + 1], rows[i]);
    if (then > now || (then == now && ties == Ties::kKeep)) continue;
    std::swap(rows[i], rows[i + 1]);
    result.improved |= then < now;
  }
  return result;
}

// How far a vertex may travel in one sifting pass: this keeps a pass linear.
constexpr std::ptrdiff_t kSiftReach = 80;

// One sifting pass: every row of the layer to its best place.
PassResult sift_pass(const LayerPlaces& places,
                     std::vector<std::uint32_t>& rows) {
  PassResult result;
  const auto count = static_cast<std::uint32_t>(rows.size());
  for (std::uint32_t row = 0; row < count; ++row) {
    const auto at = std::ranges::find(rows, row);
    const std::ptrdiff_t from = at - rows.begin();
    // The change in crossings when `row` stands at another place, and the best.
    std::int64_t change = 0, best = 0;
    std::ptrdiff_t to = from;
    const std::ptrdiff_t first = std::max<std::ptrdiff_t>(from - kSiftReach, 0);
    const std::ptrdiff_t last =
        std::min<std::ptrdiff_t>(from + kSiftReach, std::ssize(rows) - 1);
    const auto gain = [&](std::uint32_t other) {
      return static_cast<std::int64_t>(places.crossings(row, other)) -
             static_cast<std::int64_t>(places.crossings(other, row));
    };
    for (std::ptrdiff_t i = from; i-- > first;) {
      change += gain(rows[static_cast<std::size_t>(i)]);
      if (change < best) best = change, to = i;
    }
    change = 0;
    for (std::ptrdiff_t i = from + 1; i <= last; ++i) {
      change -= gain(rows[static_cast<std::size_t>(i)]);
      if (change < best) best = change, to = i;
    }
    if (to < from) std::rotate(rows.begin() + to, at, at + 1);
    if (to > from) std::rotate(at, at + 1, rows.begin() + to + 1);
    result.improved |= best < 0;
  }
  return result;
}

// Runs passes over one layer until none improves it, and stores its order.
template <class Pass>
bool improve_layer(const LayeredGraph& graph, std::uint32_t layer, int passes,
                   LayerOrder& order, Pass pass) {
  const auto vertices = order.layers[layer];
  const std::vector<std::uint32_t> before(vertices.begin(), vertices.end());
  const LayerPlaces places(graph, order, before);
  std::vector<std::uint32_t> rows(before.size());  // indices into `before`
  std::iota(rows.begin(), rows.end(), 0U);
  bool improved = false;
  for (int i = 0; i < passes; ++i) {
    if (!pass(places, rows).improved) break;
    improved = true;
  }
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    vertices[i] = before[rows[i]];
    order.position[vertices[i]] = i;
  }
  return improved;
}

constexpr int kTransposePasses = 12;

// Goes through the layers in turn and improves each until none gets better, in
// at most `rounds` rounds. A layer is looked at again only after it or one
// beside it has changed.
template <class Improve>
void improve_layers(std::uint32_t count, int rounds, Improve improve) {
  std::vector<std::uint8_t> stale(count, 1);
  bool improved = true;
  for (int round = 0; improved && round < rounds; ++round) {
    improved = false;
    for (std::uint32_t l = 0; l < count; ++l) {
      if (stale[l] == 0) continue;
      stale[l] = 0;
      if (!improve(l)) continue;
      improved = true;
      stale[l] = 1;
      if (l > 0) stale[l - 1] = 1;
      if (l + 1 < count) stale[l + 1] = 1;
    }
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

LayerOrder transposed(const LayeredGraph& graph, LayerOrder order, Ties ties) {
  const std::uint32_t count = order.layers.count();
  // Equals are turned once: turning them twice would turn them back.
  if (ties == Ties::kTurn)
    for (std::uint32_t l = 0; l < count; ++l)
      improve_layer(graph, l, 1, order, [](const auto& places, auto& rows) {
        return transpose_pass(places, Ties::kTurn, rows);
      });
  improve_layers(count, kTransposePasses, [&](std::uint32_t l) {
    return improve_layer(graph, l, kTransposePasses, order,
                         [](const auto& places, auto& rows) {
                           return transpose_pass(places, Ties::kKeep, rows);
                         });
  });
  return order;
}

LayerOrder sifted(const LayeredGraph& graph, LayerOrder order, int passes) {
  improve_layers(order.layers.count(), passes, [&](std::uint32_t l) {
    return improve_layer(
        graph, l, 1, order,
        [](const auto& places, auto& rows) { return sift_pass(places, rows); });
  });
  return order;
}

}  // namespace modgraph
