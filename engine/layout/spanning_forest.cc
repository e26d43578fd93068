// A feasible start for the network simplex method.
//
// Positions: every point as low as its start and its distances allow (longest
// path). Tree: grow trees of tight distances; then again and
// again take the smallest tree, move it until its nearest distance to another
// tree is tight, and join the two. Taking the smallest first means that a point
// is looked at O(log points) times.
// Time O((points + distances) log points), memory O(points + distances).
// Tested by tests/engine/layout/network_simplex_test.cc.

#include "engine/layout/spanning_forest.h"

#include <limits>
#include <queue>
#include <utility>

namespace modgraph {
namespace {

constexpr std::uint32_t kNothing = std::numeric_limits<std::uint32_t>::max();

// Each point as low as its start and its distances allow, in topological order.
std::vector<std::int32_t> lowest_positions(
    std::uint32_t point_count, std::span<const Distance> distances,
    const DistanceLists& lists, std::span<const std::int32_t> start) {
  std::vector<std::int32_t> at(start.begin(), start.end());
  at.resize(point_count, 0);
  std::vector<std::uint32_t> waiting(point_count, 0);
  for (const Distance& d : distances) ++waiting[d.head];
  std::vector<std::uint32_t> ready;
  for (std::uint32_t v = 0; v < point_count; ++v)
    if (waiting[v] == 0) ready.push_back(v);
  for (std::size_t i = 0; i < ready.size(); ++i) {
    for (std::uint32_t id : lists.by_tail[ready[i]]) {
      const Distance& d = distances[id];
      at[d.head] = std::max(at[d.head], at[d.tail] + d.min_length);
      if (--waiting[d.head] == 0) ready.push_back(d.head);
    }
  }
  return at;
}

class ForestBuilder {
 public:
  ForestBuilder(std::uint32_t point_count, std::span<const Distance> distances,
                const DistanceLists& lists, std::span<const std::int32_t> start)
      : distances_(distances),
        lists_(lists),
        tree_of_(point_count, kNothing),
        forest_{lowest_positions(point_count, distances, lists, start), {}} {}

  TightForest build() {
    const auto count = static_cast<std::uint32_t>(tree_of_.size());
    for (std::uint32_t v = 0; v < count; ++v)
      if (tree_of_[v] == kNothing) grow_tree(v);
    for (std::uint32_t tree = 0; tree < members_.size(); ++tree)
      smallest_.emplace(members_[tree].size(), tree);
    while (!smallest_.empty()) {
      const auto [size, tree] = smallest_.top();
      smallest_.pop();
      if (size == members_[tree].size()) join_nearest(tree);
    }
    return std::move(forest_);
  }

 private:
  struct Nearest {
    std::uint32_t distance = kNothing;
    std::int32_t slack = std::numeric_limits<std::int32_t>::max();
  };
  using Sized = std::pair<std::size_t, std::uint32_t>;

  std::int32_t slack(const Distance& d) const {
    return forest_.at[d.head] - forest_.at[d.tail] - d.min_length;
  }

  // A new tree from everything that tight distances reach from `root`.
  void grow_tree(std::uint32_t root) {
    const auto tree = static_cast<std::uint32_t>(members_.size());
    std::vector<std::uint32_t> points{root};
    tree_of_[root] = tree;
    const auto reach = [&](std::uint32_t id, std::uint32_t v) {
      if (tree_of_[v] != kNothing || slack(distances_[id]) != 0) return;
      tree_of_[v] = tree;
      points.push_back(v);
      forest_.tree_distances.push_back(id);
    };
    for (std::size_t i = 0; i < points.size(); ++i) {
      const std::uint32_t v = points[i];
      for (std::uint32_t id : lists_.by_tail[v]) reach(id, distances_[id].head);
      for (std::uint32_t id : lists_.by_head[v]) reach(id, distances_[id].tail);
    }
    members_.push_back(std::move(points));
  }

  // The distance to another tree that has the least slack.
  Nearest nearest(std::uint32_t tree) const {
    Nearest best;
    const auto look = [&](std::uint32_t id, std::uint32_t other) {
      const std::int32_t s = slack(distances_[id]);
      if (tree_of_[other] != tree && s < best.slack) best = {id, s};
    };
    for (std::uint32_t v : members_[tree]) {
      for (std::uint32_t id : lists_.by_tail[v]) look(id, distances_[id].head);
      for (std::uint32_t id : lists_.by_head[v]) look(id, distances_[id].tail);
    }
    return best;
  }

  // Moves the tree next to its neighbour. All its other distances to the
  // outside had at least that much slack, so they stay kept.
  void join_nearest(std::uint32_t tree) {
    const Nearest best = nearest(tree);
    if (best.distance == kNothing) return;  // it spans its connected part
    const Distance& d = distances_[best.distance];
    const bool outgoing = tree_of_[d.tail] == tree;
    for (std::uint32_t v : members_[tree])
      forest_.at[v] += outgoing ? best.slack : -best.slack;
    forest_.tree_distances.push_back(best.distance);
    merge(tree, tree_of_[outgoing ? d.head : d.tail]);
  }

  void merge(std::uint32_t a, std::uint32_t b) {
    if (members_[a].size() > members_[b].size()) std::swap(a, b);
    for (std::uint32_t v : members_[a]) tree_of_[v] = b;
    members_[b].insert(members_[b].end(), members_[a].begin(),
                       members_[a].end());
    members_[a].clear();
    smallest_.emplace(members_[b].size(), b);
  }

  std::span<const Distance> distances_;
  const DistanceLists& lists_;
  std::vector<std::uint32_t> tree_of_;               // by point
  std::vector<std::vector<std::uint32_t>> members_;  // by tree
  std::priority_queue<Sized, std::vector<Sized>, std::greater<>> smallest_;
  TightForest forest_;
};

Groups distances_by(std::uint32_t point_count,
                    std::span<const Distance> distances,
                    std::uint32_t Distance::*end) {
  std::vector<std::uint32_t> keys;
  keys.reserve(distances.size());
  for (const Distance& d : distances) keys.push_back(d.*end);
  return Groups::by_key(point_count, keys);
}

}  // namespace

DistanceLists::DistanceLists(std::uint32_t point_count,
                             std::span<const Distance> distances)
    : by_tail(distances_by(point_count, distances, &Distance::tail)),
      by_head(distances_by(point_count, distances, &Distance::head)) {}

TightForest tight_forest(std::uint32_t point_count,
                         std::span<const Distance> distances,
                         const DistanceLists& lists,
                         std::span<const std::int32_t> start) {
  return ForestBuilder(point_count, distances, lists, start).build();
}

}  // namespace modgraph
