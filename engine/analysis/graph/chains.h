#pragma once

// Why is this module version here? A shortest chain of requirements shows it.

#include <vector>

#include "engine/model/module_graph.h"

namespace modgraph {

/// A shortest chain of recorded requirements from a main module to `target`,
/// both ends included; empty when there is none. Of several, the one whose ids
/// are smallest from the main module on. O(V + E).
std::vector<NodeId> shortest_chain(const ModuleGraph& graph, NodeId target);

/// The same, but without the direct requirement `from` -> `target`.
std::vector<NodeId> shortest_chain_without(const ModuleGraph& graph,
                                           NodeId from, NodeId target);

/// Shortest chains to any number of targets with one traversal of O(V + E).
class ShortestChains {
 public:
  explicit ShortestChains(const ModuleGraph& graph);

  /// Whether some main module leads there; it leads to itself.
  bool reaches(NodeId target) const {
    return parent_[index(target)] != kNone<NodeId>;
  }
  /// As shortest_chain(). O(its length).
  std::vector<NodeId> to(NodeId target) const;

 private:
  std::vector<NodeId> parent_;  // by node; a main module is its own
};

}  // namespace modgraph
