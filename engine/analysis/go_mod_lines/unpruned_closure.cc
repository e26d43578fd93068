// Which dependencies without graph pruning open their whole closure, and what
// does that cost?
//
// A pruned main module loads the go.mod of each module that it requires, and no
// further, except where one of these has a go line below 1.17: from there on
// everything is loaded. A module is brought by a closure when the requirements
// of the main module and of what it requires do not name it. Whether one
// closure alone brings it is asked of a dominator tree:
//
//   a start -> an entry for every unpruned root -> that root -> all it leads to
//   a version -> its module; the start -> the modules named without closures
//
// A root alone brings the modules that its entry dominates. (The root itself
// may dominate more: other closures may lead through it.)
// Source: go.dev/ref/mod#graph-pruning.
// Cost: O(V + E) and the dominators.
// Encoding: vertices of the tree are the nodes, then the modules, then the
// entries in the order of the roots, then the start.
// Tested by unpruned_closure_test.cc, indirect_agreement_test.cc.

#include "engine/analysis/go_mod_lines/unpruned_closure.h"

#include <algorithm>
#include <utility>

#include "engine/analysis/graph/dominators.h"
#include "engine/resolve/pruning.h"

namespace modgraph {
namespace {

bool is_unpruned(const GoLine& go_line) {
  return go_line && pruning_of_go_line(*go_line) == Pruning::kUnpruned;
}

// The modules that are named without any closure: by module.
std::vector<bool> named(const ModuleGraph& graph, NodeId main) {
  std::vector<bool> out(graph.module_count());
  out[index(graph.module_of(main))] = true;
  for (const NodeId root : graph.requirements(main)) {
    out[index(graph.module_of(root))] = true;
    for (const NodeId n : graph.requirements(root))
      out[index(graph.module_of(n))] = true;
  }
  return out;
}

class Closures {
 public:
  Closures(const ModuleGraph& graph, std::vector<bool> named,
           std::span<const NodeId> roots)
      : graph_(graph), named_(std::move(named)) {
    const auto nodes = static_cast<std::uint32_t>(graph.node_count());
    const auto modules = static_cast<std::uint32_t>(graph.module_count());
    first_entry_ = nodes + modules;
    start_ = NodeId{first_entry_ + static_cast<std::uint32_t>(roots.size())};
    std::vector<Edge<NodeId>> edges;
    edges.reserve(graph.requirements().edge_count() + nodes + modules);
    for (const NodeId n : graph.nodes()) {
      for (const NodeId to : graph.requirements(n))
        if (!graph.is_main(to)) edges.push_back({n, to});
      edges.push_back({n, vertex(graph.module_of(n))});
    }
    for (std::uint32_t i = 0; i < roots.size(); ++i) {
      edges.push_back({start_, NodeId{first_entry_ + i}});
      edges.push_back({NodeId{first_entry_ + i}, roots[i]});
    }
    for (const ModuleId m : graph.modules())
      if (named_[index(m)]) edges.push_back({start_, vertex(m)});
    tree_ = dominator_tree<NodeId>(
        digraph_from_edges<NodeId>(index(start_) + 1, edges),
        std::span<const NodeId>(&start_, 1));
  }

  /// Modules that only closures bring.
  std::vector<ModuleId> together() const {
    std::vector<ModuleId> out;
    for (const ModuleId m : graph_.modules())
      if (graph_.kind(m) == ModuleKind::kModule && !named_[index(m)] &&
          tree_.size[index(vertex(m))] != 0)
        out.push_back(m);
    return out;
  }

  /// Those of `together` that one root alone brings, with the number of that
  /// root: the entry at which the way up the tree ends.
  std::vector<std::pair<std::size_t, ModuleId>> alone(
      const std::vector<ModuleId>& together) const {
    std::vector<NodeId> top(index(start_) + 1, kNone<NodeId>);
    std::vector<std::pair<std::size_t, ModuleId>> out;
    for (const ModuleId m : together)
      if (const NodeId entry = top_of(vertex(m), top);
          index(entry) >= first_entry_)
        out.emplace_back(index(entry) - first_entry_, m);
    return out;
  }

 private:
  NodeId vertex(ModuleId m) const {
    return NodeId{static_cast<std::uint32_t>(graph_.node_count() + index(m))};
  }

  // The ancestor right under the start; known ones are kept in `top`.
  NodeId top_of(NodeId v, std::vector<NodeId>& top) const {
    NodeId at = v;
    while (top[index(at)] == kNone<NodeId> &&
           tree_.immediate[index(at)] != start_)
      at = tree_.immediate[index(at)];
    const NodeId found = top[index(at)] == kNone<NodeId> ? at : top[index(at)];
    for (at = v; top[index(at)] == kNone<NodeId> && at != found;
         at = tree_.immediate[index(at)])
      top[index(at)] = found;
    top[index(found)] = found;
    return found;
  }

  const ModuleGraph& graph_;
  std::vector<bool> named_;
  std::uint32_t first_entry_ = 0;
  NodeId start_{};
  DominatorTree<NodeId> tree_;
};

}  // namespace

UnprunedClosures unpruned_closures(const ModuleGraph& graph,
                                   std::span<const GoLine> go_lines) {
  UnprunedClosures out;
  if (graph.mains().size() != 1) return out;
  const NodeId main = graph.mains().front();
  const GoLine& own = go_lines[index(main)];
  if (!own || is_unpruned(own)) return out;
  std::vector<NodeId> roots;
  for (const NodeId root : graph.requirements(main))
    if (graph.kind(graph.module_of(root)) == ModuleKind::kModule &&
        !graph.is_main(root) && is_unpruned(go_lines[index(root)]))
      roots.push_back(root);
  std::sort(roots.begin(), roots.end());
  roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
  if (roots.empty()) return out;

  const Closures closures(graph, named(graph, main), roots);
  out.together = closures.together();
  for (const NodeId root : roots)
    out.roots.push_back({root, *go_lines[index(root)]});
  for (const auto& [root, module] : closures.alone(out.together))
    out.roots[root].brings.push_back(module);
  std::stable_sort(out.roots.begin(), out.roots.end(),
                   [](const UnprunedClosure& a, const UnprunedClosure& b) {
                     return a.brings.size() > b.brings.size();
                   });
  return out;
}

}  // namespace modgraph
