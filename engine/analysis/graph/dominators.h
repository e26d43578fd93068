#pragma once

// What leaves the build when a module leaves: the dominator tree.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/model/digraph.h"

namespace modgraph {

/// Immediate dominators with all roots under one virtual root. An unreachable
/// vertex and a vertex right under the virtual root have kNone as theirs.
template <class Id>
struct DominatorTree {
  std::vector<Id> immediate;        // by vertex
  std::vector<std::uint32_t> size;  // of the subtree, itself included; 0 when
                                    // unreachable
};

/// O(E log V) at worst, near-linear in practice; iterative. A root may be
/// listed twice.
template <class Id>
DominatorTree<Id> dominator_tree(const Digraph<Id>& graph,
                                 std::span<const Id> roots);

}  // namespace modgraph
