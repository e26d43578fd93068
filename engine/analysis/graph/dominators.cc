// What leaves the build when a module leaves?
//
// Dominators by semidominators with path compression (T. Lengauer and R. E.
// Tarjan, "A fast algorithm for finding dominators in a flowgraph", TOPLAS
// 1979, the simple version), with all stacks of our own. Time O(E log V) at
// worst, near-linear in practice; seven words per vertex.
//
// Everything below is numbered by the depth-first search: 0 is the virtual root
// above all roots, and ancestors have lower numbers. Vertices are taken from
// the highest number down; at vertex i the forest holds the vertices above i,
// so "x is in the forest" is simply x > i, and until x is compressed its link
// leads to its tree parent.
// Tested by dominators_test.cc, agreement_test.cc, depth_test.cc.

#include "engine/analysis/graph/dominators.h"

#include <algorithm>
#include <utility>

#include "engine/analysis/graph/reach.h"
#include "engine/base/huge_pages.h"

namespace modgraph {
namespace {

// A depth-first spanning tree.
template <class Id>
struct SpanningTree {
  std::vector<std::uint32_t> number;  // by vertex; 0: unreachable
  std::vector<Id> vertex;             // by number; that of 0 is kNone
  std::vector<std::uint32_t> parent;  // by number
  std::vector<bool> is_root;          // by number
};

template <class Id>
SpanningTree<Id> spanning_tree(const Digraph<Id>& graph,
                               std::span<const Id> roots) {
  SpanningTree<Id> tree;
  tree.number.assign(graph.vertex_count(), 0);
  tree.vertex.reserve(graph.vertex_count() + 1);
  tree.parent.reserve(graph.vertex_count() + 1);
  tree.vertex.push_back(kNone<Id>);
  tree.parent.push_back(0);
  struct Step {
    std::uint32_t number;
    std::uint32_t next;  // edge, as an index into the targets
  };
  std::vector<Step> path;
  path.reserve(graph.vertex_count());
  const auto enter = [&](Id v, std::uint32_t parent) {
    const auto number = static_cast<std::uint32_t>(tree.vertex.size());
    tree.number[index(v)] = number;
    tree.vertex.push_back(v);
    tree.parent.push_back(parent);
    path.push_back({number, graph.forward().offsets[index(v)]});
  };
  for (Id root : roots) {
    if (tree.number[index(root)] == 0) enter(root, 0);
    while (!path.empty()) {
      Step& at = path.back();
      const Id v = tree.vertex[at.number];
      if (at.next == graph.forward().offsets[index(v) + 1]) {
        path.pop_back();
        continue;
      }
      const Id to = graph.forward().targets[at.next++];
      if (tree.number[index(to)] == 0) enter(to, at.number);
    }
  }
  tree.is_root.assign(tree.vertex.size(), false);
  for (Id root : roots) tree.is_root[tree.number[index(root)]] = true;
  return tree;
}

// The forest of Lengauer and Tarjan: best(x) is the vertex of least
// semidominator on the way from x up to its tree's root, that root excluded.
class Forest {
 public:
  explicit Forest(const std::vector<std::uint32_t>& parent)
      : link_(huge_vector<Link>(parent.size())) {
    for (std::uint32_t i = 0; i < parent.size(); ++i)
      link_[i] = {parent[i], i, i};
  }

  void set_semidominator(std::uint32_t x, std::uint32_t semi) {
    link_[x].semi = semi;
  }

  std::uint32_t semidominator(std::uint32_t x) const { return link_[x].semi; }

  // The semidominator of best(x), when the forest holds all above `lowest`,
  // `lowest` included; that of x itself when x is not in it.
  std::uint32_t best_semi(std::uint32_t x, std::uint32_t lowest) {
    return link_[best(x, lowest)].semi;
  }

  std::uint32_t best(std::uint32_t x, std::uint32_t lowest) {
    if (x < lowest) return x;
    if (link_[x].up >= lowest) compress(x, lowest);
    return link_[x].best;
  }

 private:
  struct Link {
    std::uint32_t up;
    std::uint32_t best;
    std::uint32_t semi;  // of this vertex itself
  };

  // Makes everything on the way from x up point right below the tree's root.
  void compress(std::uint32_t x, std::uint32_t lowest) {
    way_.clear();
    while (link_[x].up >= lowest) {
      way_.push_back(x);
      x = link_[x].up;
    }
    for (std::size_t i = way_.size(); i-- > 0;) {
      Link& at = link_[way_[i]];
      const Link& above = link_[at.up];
      if (link_[above.best].semi < link_[at.best].semi) at.best = above.best;
      at.up = above.up;
    }
  }

  std::vector<Link> link_;          // by number
  std::vector<std::uint32_t> way_;  // a stack
};

// Immediate dominators by number.
template <class Id>
std::vector<std::uint32_t> dominators(const Digraph<Id>& graph,
                                      const SpanningTree<Id>& tree) {
  const auto count = static_cast<std::uint32_t>(tree.vertex.size());
  Forest forest(tree.parent);
  // Of each vertex, one after the other: until its turn, the first vertex that
  // waits for it, which is its semidominator; then, while it waits itself, the
  // next that waits for the same one; at last its dominator.
  std::vector<std::uint32_t> of(count, 0);

  for (std::uint32_t i = count; i-- > 1;) {
    std::uint32_t least = tree.is_root[i] ? 0 : tree.parent[i];
    for (Id by : graph.dependents(tree.vertex[i])) {
      const std::uint32_t from = tree.number[index(by)];
      if (from != 0) least = std::min(least, forest.best_semi(from, i + 1));
    }
    forest.set_semidominator(i, least);
    of[i] = std::exchange(of[least], i);

    const std::uint32_t parent = tree.parent[i];
    for (std::uint32_t w = std::exchange(of[parent], 0); w != 0;) {
      const std::uint32_t best = forest.best(w, i);
      w = std::exchange(of[w],
                        forest.semidominator(best) < parent ? best : parent);
    }
  }
  for (std::uint32_t i = 1; i < count; ++i)
    if (of[i] != forest.semidominator(i)) of[i] = of[of[i]];
  return of;
}

}  // namespace

template <class Id>
DominatorTree<Id> dominator_tree(const Digraph<Id>& graph,
                                 std::span<const Id> roots) {
  const SpanningTree<Id> tree = spanning_tree(graph, roots);
  const std::vector<std::uint32_t> dominator = dominators(graph, tree);
  std::vector<std::uint32_t> size(dominator.size(), 1);
  for (std::size_t i = size.size(); i-- > 1;) size[dominator[i]] += size[i];

  DominatorTree<Id> out;
  out.immediate.assign(graph.vertex_count(), kNone<Id>);
  out.size.assign(graph.vertex_count(), 0);
  for (std::size_t i = 1; i < dominator.size(); ++i) {
    out.immediate[index(tree.vertex[i])] = tree.vertex[dominator[i]];
    out.size[index(tree.vertex[i])] = size[i];
  }
  return out;
}

template DominatorTree<NodeId> dominator_tree(const Digraph<NodeId>&,
                                              std::span<const NodeId>);
template DominatorTree<ModuleId> dominator_tree(const Digraph<ModuleId>&,
                                                std::span<const ModuleId>);

}  // namespace modgraph
