// Integer positions under minimum distances with the least weighted length.
//
// The network simplex method. Keep a spanning tree of tight distances; it fixes
// all positions. Taking a tree distance out splits the points in two; its *cut
// value* is the weight of all distances that cross the split in its direction
// minus those against. If it is negative, pulling the two sides apart makes the
// whole shorter, until another distance becomes tight: that one enters the
// tree. Without negative cut values the answer is the best one.
// Source: E. Gansner, E. Koutsofios, S. North, K. Vo, "A technique for drawing
// directed graphs", IEEE TSE 1993, section 2.3. Two changes: a subtree is a
// range of postorder numbers, kept as an array, so its points are a slice; and
// a cut value is the sum of (outgoing - incoming) weight over that slice,
// because distances inside cancel out.
// Time in practice a little more than linear; SimplexOptions::work_limit bounds
// it. Memory O(points + distances).
// number_[v]: postorder number; low_[v]: the smallest one in v's subtree, or
// kUnset when the subtree has to be numbered again;
// parent_[v]: tree distance towards the root, kUnset at a root.
// Tested by tests/engine/layout/network_simplex_test.cc.

#include "engine/layout/network_simplex.h"

#include <algorithm>
#include <limits>

#include "engine/layout/spanning_forest.h"

namespace modgraph {
namespace {

constexpr std::uint32_t kUnset = std::numeric_limits<std::uint32_t>::max();

// How many negative cut values are compared before the worst one is taken:
// searching them all costs more than it gains (the value of the article).
constexpr int kCandidates = 30;

class Simplex {
 public:
  Simplex(std::uint32_t point_count, std::span<const Distance> distances,
          std::span<const std::int32_t> start)
      : distances_(distances),
        lists_(point_count, distances),
        balance_(point_count, 0),
        tree_(point_count),
        parent_(point_count, kUnset),
        low_(point_count, kUnset),
        number_(point_count, kUnset),
        point_at_(point_count),
        net_(point_count, 0),
        root_(point_count) {
    TightForest forest = tight_forest(point_count, distances, lists_, start);
    at_ = std::move(forest.at);
    tree_distances_ = std::move(forest.tree_distances);
    in_tree_.assign(distances.size(), 0);
    for (std::uint32_t id : tree_distances_) add_to_tree(id);
    for (const Distance& d : distances) {
      balance_[d.tail] += d.weight;
      balance_[d.head] -= d.weight;
    }
    for (std::uint32_t v = 0; v < point_count; ++v)
      if (number_[v] == kUnset) number_subtree(v, kUnset, next_number_);
  }

  Positions solve(std::uint64_t work_limit) {
    bool optimal = true;
    for (std::uint32_t leaving; (leaving = leaving_slot()) != kUnset;) {
      if (work_ > work_limit) {
        optimal = false;
        break;
      }
      exchange(leaving);
    }
    normalise();
    return {std::move(at_), optimal};
  }

 private:
  // A point whose subtree is being numbered.
  struct Step {
    std::uint32_t point;
    std::uint32_t next;  // in tree_[point]
    std::int64_t net;    // of the numbered part of its subtree
  };

  // The end of a tree distance that is farther from the root.
  std::uint32_t lower_end(std::uint32_t id) const {
    const Distance& d = distances_[id];
    return number_[d.tail] < number_[d.head] ? d.tail : d.head;
  }
  std::uint32_t other_end(std::uint32_t id, std::uint32_t v) const {
    const Distance& d = distances_[id];
    return d.tail == v ? d.head : d.tail;
  }
  bool inside(std::uint32_t v, std::uint32_t subtree) const {
    return low_[subtree] <= number_[v] && number_[v] <= number_[subtree];
  }
  std::int32_t slack(const Distance& d) const {
    return at_[d.head] - at_[d.tail] - d.min_length;
  }

  void add_to_tree(std::uint32_t id) {
    in_tree_[id] = 1;
    tree_[distances_[id].tail].push_back(id);
    tree_[distances_[id].head].push_back(id);
  }

  void remove_from_tree(std::uint32_t id) {
    in_tree_[id] = 0;
    for (std::uint32_t v : {distances_[id].tail, distances_[id].head}) {
      auto& ids = tree_[v];
      *std::find(ids.begin(), ids.end(), id) = ids.back();
      ids.pop_back();
    }
  }

  // Numbers the tree below `top` from `first` on, and computes cut values. A
  // subtree that hangs where it hung, begins at the number it began at and was
  // not invalidated is right as it is.
  void number_subtree(std::uint32_t top, std::uint32_t parent_distance,
                      std::uint32_t first) {
    std::uint32_t number = first;
    const std::uint32_t root = parent_distance == kUnset
                                   ? top
                                   : root_[other_end(parent_distance, top)];
    const auto enter = [&](std::uint32_t v, std::uint32_t by) {
      parent_[v] = by;
      low_[v] = number;
      root_[v] = root;
      path_.push_back({v, 0, balance_[v]});
      ++work_;
    };
    enter(top, parent_distance);
    while (!path_.empty()) {
      Step& step = path_.back();
      const std::uint32_t v = step.point;
      if (step.next < tree_[v].size()) {
        const std::uint32_t id = tree_[v][step.next++];
        if (id == parent_[v]) continue;
        const std::uint32_t w = other_end(id, v);
        if (parent_[w] == id && low_[w] == number) {
          number = number_[w] + 1;
          step.net += net_[w];
        } else {
          enter(w, id);
        }
        continue;
      }
      net_[v] = step.net;
      number_[v] = number;
      point_at_[number++] = v;
      path_.pop_back();
      if (!path_.empty()) path_.back().net += net_[v];
    }
    next_number_ = std::max(next_number_, number);
  }

  // The cut value of the tree distance above v.
  std::int64_t cut(std::uint32_t v) const {
    return distances_[parent_[v]].tail == v ? net_[v] : -net_[v];
  }

  // A slot of tree_distances_ with a negative cut value, searched in turn.
  std::uint32_t leaving_slot() {
    const auto count = static_cast<std::uint32_t>(tree_distances_.size());
    std::uint32_t best = kUnset;
    std::int64_t worst = 0;
    int candidates = 0;
    for (std::uint32_t i = 0; i < count && candidates < kCandidates; ++i) {
      if (search_from_ >= count) search_from_ = 0;
      const std::uint32_t slot = search_from_++;
      ++work_;
      const std::int64_t value = cut(lower_end(tree_distances_[slot]));
      if (value >= 0) continue;
      ++candidates;
      if (value < worst) {
        worst = value;
        best = slot;
      }
    }
    return best;
  }

  // One side of the split at tree distance `id`, as a slice of postorder
  // numbers or as all numbers of the tree but that slice.
  struct Side {
    std::uint32_t first, last;  // the numbers of the whole tree
    std::uint32_t low, high;    // the slice
    bool is_slice;
  };
  Side smaller_side(std::uint32_t id) const {
    const std::uint32_t v = lower_end(id);
    const std::uint32_t root = root_[v];
    Side side{low_[root], number_[root], low_[v], number_[v], true};
    const std::uint32_t size = side.high - side.low + 1;
    side.is_slice = 2 * std::uint64_t{size} <= side.last - side.first + 1U;
    return side;
  }
  template <class Visit>
  void for_each(const Side& side, Visit visit) {
    const auto range = [&](std::uint32_t from, std::uint32_t to) {
      for (std::uint32_t n = from; n < to; ++n) visit(point_at_[n]);
      work_ += to - from;
    };
    if (side.is_slice) return range(side.low, side.high + 1);
    range(side.first, side.low);
    range(side.high + 1, side.last + 1);
  }

  // The distance with the least slack from the head side of tree distance
  // `id` to its tail side; the smallest id among equals.
  std::uint32_t entering(std::uint32_t id, const Side& side) {
    const bool slice_has_tail = lower_end(id) == distances_[id].tail;
    const bool side_has_tail = slice_has_tail == side.is_slice;
    const std::uint32_t subtree = lower_end(id);
    std::uint32_t best = kUnset;
    std::int32_t least = std::numeric_limits<std::int32_t>::max();
    for_each(side, [&](std::uint32_t v) {
      const auto ids = side_has_tail ? lists_.by_head[v] : lists_.by_tail[v];
      work_ += ids.size();
      for (std::uint32_t candidate : ids) {
        if (in_tree_[candidate] != 0) continue;
        if (inside(other_end(candidate, v), subtree) == side.is_slice) continue;
        const std::int32_t s = slack(distances_[candidate]);
        if (s < least || (s == least && candidate < best)) {
          least = s;
          best = candidate;
        }
      }
    });
    return best;
  }

  void exchange(std::uint32_t slot) {
    const std::uint32_t out = tree_distances_[slot];
    const Side side = smaller_side(out);
    const std::uint32_t in = entering(out, side);
    // A negative cut value means that something crosses the other way.
    const std::int32_t shift = slack(distances_[in]);
    const bool side_has_tail =
        (lower_end(out) == distances_[out].tail) == side.is_slice;
    for_each(side, [&](std::uint32_t v) {
      at_[v] += side_has_tail ? -shift : shift;
    });
    const std::uint32_t top = lowest_common(in);
    const std::uint32_t low = low_[top];
    const std::uint32_t above = parent_[top];
    // Only subtrees on the way between the ends of `in` change their points.
    invalidate(distances_[in].tail, top);
    invalidate(distances_[in].head, top);
    remove_from_tree(out);
    add_to_tree(in);
    tree_distances_[slot] = in;
    number_subtree(top, above, low);
  }

  // The lowest point whose subtree has both ends of a distance.
  std::uint32_t lowest_common(std::uint32_t id) const {
    std::uint32_t v = distances_[id].tail;
    while (!inside(distances_[id].head, v)) v = other_end(parent_[v], v);
    return v;
  }

  void invalidate(std::uint32_t v, std::uint32_t top) {
    for (; v != top; v = other_end(parent_[v], v)) low_[v] = kUnset;
  }

  // The smallest position of every tree becomes 0.
  void normalise() {
    std::vector<std::int32_t> least(at_.size(),
                                    std::numeric_limits<std::int32_t>::max());
    for (std::uint32_t v = 0; v < at_.size(); ++v)
      least[root_[v]] = std::min(least[root_[v]], at_[v]);
    for (std::uint32_t v = 0; v < at_.size(); ++v) at_[v] -= least[root_[v]];
  }

  std::span<const Distance> distances_;
  DistanceLists lists_;
  std::vector<std::int32_t> at_;
  std::vector<std::int64_t> balance_;  // outgoing minus incoming weight
  std::vector<std::vector<std::uint32_t>> tree_;  // tree distances by point
  std::vector<std::uint32_t> tree_distances_;
  std::vector<std::uint8_t> in_tree_;  // by distance
  std::vector<std::uint32_t> parent_, low_, number_, point_at_;
  std::vector<std::int64_t> net_;    // balance_ summed over v's subtree
  std::vector<Step> path_;           // while numbering
  std::vector<std::uint32_t> root_;  // by point
  std::uint32_t next_number_ = 0;
  std::uint32_t search_from_ = 0;
  std::uint64_t work_ = 0;
};

}  // namespace

Positions network_simplex(std::uint32_t point_count,
                          std::span<const Distance> distances,
                          const SimplexOptions& options) {
  return Simplex(point_count, distances, options.start)
      .solve(options.work_limit);
}

}  // namespace modgraph
