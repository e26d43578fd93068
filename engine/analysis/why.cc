// Why is this module here, and why at this version?
//
// A version is selected by those that require exactly it. To see what one of
// them does, its requirement is taken away, everything still reached from the
// main modules is marked, and the highest marked version is the selected one.
// With two requirers that are reached without passing through the version
// itself, neither can lower it alone, and a requirer that is only reached
// through it changes nothing; so a graph is walked at most twice, whatever
// their number.
//
// Without its go.mod a version may require anything: where a version that takes
// the place of another was not loaded, the answer is a lower bound.
// Source: the definition of minimal version selection (mvs.h).
// Cost: O(V + E).
// Tested by why_test.cc.

#include "engine/analysis/why.h"

#include <algorithm>

#include "engine/analysis/graph/chains.h"
#include "engine/analysis/graph/path_count.h"
#include "engine/analysis/graph/requirers.h"

namespace modgraph {
namespace {

// What the main modules reach: without one requirement, and without going
// past `blocked`.
std::vector<char> reached(const ModuleGraph& graph,
                          std::optional<Edge<NodeId>> removed,
                          std::optional<NodeId> blocked) {
  std::vector<char> marked(graph.node_count());
  std::vector<NodeId> queue(graph.mains().begin(), graph.mains().end());
  for (const NodeId n : queue) marked[index(n)] = 1;
  for (std::size_t at = 0; at < queue.size(); ++at) {
    const NodeId from = queue[at];
    if (from == blocked) continue;
    for (const NodeId to : graph.requirements(from)) {
      if (marked[index(to)] != 0 || removed == Edge<NodeId>{from, to}) continue;
      marked[index(to)] = 1;
      queue.push_back(to);
    }
  }
  return marked;
}

std::optional<NodeId> highest_marked(const ModuleGraph& graph, ModuleId module,
                                     const std::vector<char>& marked) {
  std::optional<NodeId> out;
  for (const NodeId n : graph.versions(module))
    if (marked[index(n)] != 0) out = n;
  return out;
}

// Whether a version that was not loaded takes the place of another one.
bool depends_on_unloaded(const ModuleGraph& graph,
                         const std::vector<char>& marked) {
  for (const ModuleId m : graph.modules()) {
    if (graph.kind(m) != ModuleKind::kModule) continue;
    const auto now = highest_marked(graph, m, marked);
    const bool took_over = now && *now != graph.selected(m);
    if (took_over && graph.loaded(*now) != Loaded::kYes) return true;
  }
  return false;
}

std::vector<WithoutDecider> without_each(const ModuleGraph& graph,
                                         NodeId version,
                                         const std::vector<NodeId>& requirers) {
  const std::vector<char> before = reached(graph, std::nullopt, version);
  const auto independent = std::count_if(
      requirers.begin(), requirers.end(),
      [&](NodeId d) { return d != version && before[index(d)] != 0; });
  std::vector<WithoutDecider> out;
  for (const NodeId d : requirers) {
    const bool alone =
        independent == 1 && d != version && before[index(d)] != 0;
    if (!alone) {
      out.push_back({d, version, false});
      continue;
    }
    const auto marked = reached(graph, Edge<NodeId>{d, version}, std::nullopt);
    out.push_back({d, highest_marked(graph, graph.module_of(version), marked),
                   depends_on_unloaded(graph, marked)});
  }
  return out;
}

}  // namespace

Why why(const ModuleGraph& graph, const Digraph<ModuleId>& selected,
        NodeId version) {
  Why out;
  out.module = graph.module_of(version);
  out.version = version;
  out.chain = shortest_chain(graph, version);
  out.requirers = distinct_requirers(graph, version);
  for (const NodeId n : graph.versions(out.module)) {
    if (n == version) break;
    if (graph.requirers(n).empty()) continue;
    out.runner_up = n;
  }
  if (out.runner_up)
    out.runner_up_requirers = distinct_requirers(graph, *out.runner_up);
  if (graph.is_selected(version) && !graph.is_main(version))
    out.without = without_each(graph, version, out.requirers);
  out.path_count = count_paths(graph, selected, out.module);
  return out;
}

}  // namespace modgraph
