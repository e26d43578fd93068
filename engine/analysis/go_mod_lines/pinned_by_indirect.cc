// Which selected versions does nothing but an `// indirect` line pin?
//
// A selected version is pinned when only main modules require it, and
// their lines for it say `// indirect`. Without these lines the version is not
// reached any more, and with it goes everything that is reached through it
// only: what it dominates. The highest version of the module that is not among
// that is selected then. One dominator tree of the requirement graph serves all
// lines.
//
// In a pruned module that is what resolving again would find: the version is a
// root, the others that it gives way to were loaded, or not, without it. In an
// unpruned one everything is loaded anyway. A workspace loads the go.mod of
// what it selects, so that there the answer is a lower bound.
// Source: the definition of minimal version selection (mvs.h); dominators.h.
// Cost: O(E log V) at worst, near-linear in practice.
// Encoding: `entered` and `left` number the vertices of the dominator tree by
// one walk, so that an ancestor's interval holds its descendants'.
// Tested by pinned_by_indirect_test.cc, indirect_agreement_test.cc.

#include "engine/analysis/go_mod_lines/pinned_by_indirect.h"

#include <algorithm>
#include <map>
#include <optional>

#include "engine/analysis/go_mod_lines/manifest_lookup.h"
#include "engine/analysis/graph/dominators.h"

namespace modgraph {
namespace {

// What every main module's go.mod says of a version: by node, then by main.
struct Lines {
  std::vector<LineOf> indirect;
  std::vector<NodeId> by;  // the main modules of `indirect`, ascending
  bool has_direct = false;
};

std::map<NodeId, Lines> lines_by_node(const ModuleGraph& graph,
                                      std::span<const Manifest> manifests) {
  std::map<NodeId, Lines> out;
  const Exclusions excluded(manifests);
  for (std::size_t i = 0; i < manifests.size(); ++i) {
    const auto main = main_of(graph, manifests[i]);
    if (!main) continue;
    for (std::size_t j = 0; j < manifests[i].require.size(); ++j) {
      const Requirement& line = manifests[i].require[j];
      const auto node = graph.find(line.module.path, line.module.version);
      if (!node || excluded.contains(line.module)) continue;
      Lines& lines = out[*node];
      if (!line.indirect) {
        lines.has_direct = true;
      } else {
        lines.indirect.push_back({i, j});
        lines.by.push_back(*main);
      }
    }
  }
  for (auto& [node, lines] : out) std::sort(lines.by.begin(), lines.by.end());
  return out;
}

// Whether nothing else requires the version, and something a lower one.
bool is_candidate(const ModuleGraph& graph, NodeId node, const Lines& lines) {
  if (lines.has_direct || lines.indirect.empty()) return false;
  if (graph.is_main(node) || !graph.is_selected(node)) return false;
  const auto requirers = graph.requirers(node);
  if (!std::all_of(requirers.begin(), requirers.end(), [&](NodeId by) {
        return std::binary_search(lines.by.begin(), lines.by.end(), by);
      }))
    return false;
  return graph.versions(graph.module_of(node)).front() != node;
}

// Who dominates whom in the requirement graph.
class Dominance {
 public:
  explicit Dominance(const ModuleGraph& graph)
      : tree_(dominator_tree(graph.requirements(), graph.mains())),
        entered_(graph.node_count()),
        left_(graph.node_count()) {
    std::vector<Edge<NodeId>> children;
    std::vector<NodeId> open;
    for (const NodeId n : graph.nodes()) {
      if (!is_reached(n)) continue;
      const NodeId parent = tree_.immediate[index(n)];
      if (parent == kNone<NodeId>)
        open.push_back(n);
      else
        children.push_back({parent, n});
    }
    number(digraph_from_edges<NodeId>(graph.node_count(), children),
           std::move(open));
  }

  bool is_reached(NodeId n) const { return tree_.size[index(n)] != 0; }

  bool dominates(NodeId a, NodeId b) const {
    return entered_[index(a)] <= entered_[index(b)] &&
           entered_[index(b)] < left_[index(a)];
  }

 private:
  // A subtree is numbered without a gap, so its size says where it ends.
  void number(const Digraph<NodeId>& children, std::vector<NodeId> open) {
    std::uint32_t next = 0;
    while (!open.empty()) {
      const NodeId n = open.back();
      open.pop_back();
      entered_[index(n)] = next++;
      left_[index(n)] = entered_[index(n)] + tree_.size[index(n)];
      for (const NodeId child : children.dependencies(n)) open.push_back(child);
    }
  }

  DominatorTree<NodeId> tree_;
  std::vector<std::uint32_t> entered_, left_;  // by node
};

// The highest version that stays when `held` goes.
std::optional<NodeId> selected_without(const ModuleGraph& graph,
                                       const Dominance& dominance,
                                       NodeId held) {
  std::optional<NodeId> out;
  for (const NodeId n : graph.versions(graph.module_of(held)))
    if (n != held && dominance.is_reached(n) && !dominance.dominates(held, n))
      out = n;
  return out;
}

}  // namespace

std::vector<PinnedVersion> pinned_by_indirect(
    const ModuleGraph& graph, std::span<const Manifest> manifests) {
  std::vector<PinnedVersion> out;
  std::optional<Dominance> dominance;
  for (auto& [node, lines] : lines_by_node(graph, manifests)) {
    if (!is_candidate(graph, node, lines)) continue;
    if (!dominance) dominance.emplace(graph);
    if (!dominance->is_reached(node)) continue;
    if (const auto rest = selected_without(graph, *dominance, node))
      out.push_back(
          {node, std::move(lines.indirect), *rest, graph.mains().size() > 1});
  }
  return out;
}

}  // namespace modgraph
