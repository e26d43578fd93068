// Why is this module version here?
//
// Breadth-first search from all main modules at once. The queue is kept in the
// order of the chains themselves, compared id by id: main modules ascend, and
// whatever a vertex discovers is queued ascending. The first to discover a
// vertex then ends the smallest of its shortest chains, so one parent for each
// vertex is all that is needed. O(V + E), and O(k log k) where a vertex
// discovers k others.
// Tested by chains_test.cc, module_agreement_test.cc.

#include "engine/analysis/graph/chains.h"

#include <algorithm>
#include <optional>

namespace modgraph {
namespace {

// Parents of the search tree; stops early once `target` has one. The
// requirement `skipped` counts as absent.
std::vector<NodeId> search(const ModuleGraph& graph,
                           std::optional<NodeId> target,
                           std::optional<Edge<NodeId>> skipped) {
  std::vector<NodeId> parent(graph.node_count(), kNone<NodeId>);
  std::vector<NodeId> queue;
  queue.reserve(graph.node_count());
  queue.assign(graph.mains().begin(), graph.mains().end());
  for (NodeId main : queue) parent[index(main)] = main;
  for (std::size_t at = 0; at < queue.size(); ++at) {
    const NodeId from = queue[at];
    const auto discovered = static_cast<std::ptrdiff_t>(queue.size());
    for (NodeId to : graph.requirements(from)) {
      if (parent[index(to)] != kNone<NodeId>) continue;
      if (skipped == Edge<NodeId>{from, to}) continue;
      parent[index(to)] = from;
      if (to == target) return parent;
      queue.push_back(to);
    }
    std::sort(queue.begin() + discovered, queue.end());
  }
  return parent;
}

std::vector<NodeId> chain_to(NodeId target, const std::vector<NodeId>& parent) {
  std::vector<NodeId> chain;
  if (parent[index(target)] == kNone<NodeId>) return chain;
  for (NodeId n = target;; n = parent[index(n)]) {
    chain.push_back(n);
    if (parent[index(n)] == n) break;
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

}  // namespace

std::vector<NodeId> shortest_chain(const ModuleGraph& graph, NodeId target) {
  return chain_to(target, search(graph, target, std::nullopt));
}

std::vector<NodeId> shortest_chain_without(const ModuleGraph& graph,
                                           NodeId from, NodeId target) {
  return chain_to(target, search(graph, target, Edge<NodeId>{from, target}));
}

ShortestChains::ShortestChains(const ModuleGraph& graph)
    : parent_(search(graph, std::nullopt, std::nullopt)) {}

std::vector<NodeId> ShortestChains::to(NodeId target) const {
  return chain_to(target, parent_);
}

}  // namespace modgraph
