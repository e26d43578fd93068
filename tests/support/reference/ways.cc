#include "tests/support/reference/ways.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "engine/model/version.h"

namespace modgraph::reference {
namespace {

using test::below;

using Chain = std::vector<NodeId>;
using NodeEdges = std::set<std::pair<NodeId, NodeId>>;

NodeEdges all_edges(const ModuleGraph& graph) {
  NodeEdges out;
  for (const NodeId from : graph.nodes())
    for (const NodeId to : graph.requirements(from)) out.insert({from, to});
  return out;
}

NodeEdges selected_edges(const Project& project) {
  const ModuleGraph& graph = project.graph;
  const auto is_module = [&](NodeId n) {
    return graph.kind(graph.module_of(n)) == ModuleKind::kModule;
  };
  NodeEdges out;
  for (const auto& [from, to] : all_edges(graph))
    if (graph.is_selected(from) && is_module(from) && is_module(to))
      out.insert({from, graph.selected(graph.module_of(to))});
  if (project.deep_requirements)
    for (const Edge<ModuleId>& e : *project.deep_requirements)
      out.insert({graph.selected(e.from), graph.selected(e.to)});
  return out;
}

// "direct", "indirect", or "" for no line at all.
std::string kind_of_line(const Project& project, NodeId main, NodeId required) {
  const ModuleGraph& graph = project.graph;
  if (graph.kind(graph.module_of(required)) != ModuleKind::kModule)
    return "direct";
  bool has_go_mod = false;
  std::string out;
  for (const Manifest& m : project.manifests) {
    if (!m.module || m.module->path != graph.path(main)) continue;
    has_go_mod = true;
    for (const Requirement& r : m.require)
      if (r.module.path == graph.path(required) && out != "direct")
        out = r.indirect ? "indirect" : "direct";
  }
  return has_go_mod ? out : "direct";
}

// Whether every line of the main module for it is lower than this version.
bool is_line_below(const Project& project, NodeId main, NodeId version) {
  const ModuleGraph& graph = project.graph;
  std::size_t lower = 0;
  std::size_t lines = 0;
  for (const Manifest& m : project.manifests) {
    if (!m.module || m.module->path != graph.path(main)) continue;
    for (const Requirement& r : m.require) {
      if (r.module.path != graph.path(version)) continue;
      ++lines;
      if (compare_semver(r.module.version, graph.version(version)) < 0) ++lower;
    }
  }
  return lines > 0 && lower == lines;
}

// The smallest of the shortest chains that begin with these two.
Chain shortest(const ModuleGraph& graph, const NodeEdges& edges, Chain begin,
               NodeId target) {
  for (std::vector<Chain> chains{std::move(begin)}; !chains.empty();) {
    Chain best;
    std::vector<Chain> longer;
    for (const Chain& chain : chains) {
      if (chain.back() == target && (best.empty() || chain < best))
        best = chain;
      for (const auto& [from, to] : edges) {
        if (from != chain.back() || graph.is_main(to) ||
            std::find(chain.begin(), chain.end(), to) != chain.end())
          continue;
        longer.push_back(chain);
        longer.back().push_back(to);
      }
    }
    if (!best.empty()) return best;
    // Of chains to the same end the smallest is enough.
    std::map<NodeId, Chain> smallest;
    for (Chain& chain : longer) {
      Chain& known = smallest[chain.back()];
      if (known.empty() || chain < known) known = std::move(chain);
    }
    chains.clear();
    for (auto& [end, chain] : smallest) chains.push_back(std::move(chain));
    if (chains.size() > 0 && chains.front().size() > graph.node_count() + 1)
      break;
  }
  return {};
}

std::vector<Chain> chains_to(const Project& project, const NodeEdges& edges,
                             NodeId target, const std::string& begin) {
  const ModuleGraph& graph = project.graph;
  std::map<std::string, Chain> by_module;
  for (const auto& [main, first] : edges) {
    if (!graph.is_main(main) || graph.is_main(first) ||
        kind_of_line(project, main, first) != begin ||
        (first == target &&
         (begin == "indirect" || is_line_below(project, main, target))))
      continue;
    const Chain chain = shortest(graph, edges, {main, first}, target);
    if (chain.empty()) continue;
    Chain& known = by_module[std::string(graph.path(first))];
    if (known.empty() ||
        std::pair(chain.size(), chain) < std::pair(known.size(), known))
      known = chain;
  }
  std::vector<std::pair<std::size_t, Chain>> sorted;
  for (auto& [path, chain] : by_module) sorted.push_back({chain.size(), chain});
  std::sort(sorted.begin(), sorted.end());
  std::vector<Chain> out;
  for (auto& [size, chain] : sorted) out.push_back(std::move(chain));
  return out;
}

}  // namespace

ModuleWays ways(const Project& project, NodeId version) {
  const ModuleGraph& graph = project.graph;
  ModuleWays out;
  if (graph.is_main(version)) return out;
  const bool is_selected =
      graph.is_selected(version) &&
      graph.kind(graph.module_of(version)) == ModuleKind::kModule;
  for (const bool selected : {true, false}) {
    if (selected && !is_selected) continue;
    const NodeEdges edges =
        selected ? selected_edges(project) : all_edges(graph);
    out.chains = chains_to(project, edges, version, "direct");
    if (out.chains.empty())
      out.from_indirect = chains_to(project, edges, version, "indirect");
    out.are_unselected = is_selected && !selected;
    if (!out.chains.empty() || !out.from_indirect.empty()) return out;
  }
  out.are_unselected = false;
  return out;
}

std::vector<Manifest> random_own_lines(test::Random& random,
                                       const ModuleGraph& graph) {
  std::vector<Manifest> out;
  for (const NodeId main : graph.mains()) {
    if (below(random, 5) == 0) continue;
    Manifest& manifest = out.emplace_back();
    manifest.module = {std::string(graph.path(main)), {}, {}};
    for (const NodeId to : graph.requirements(main)) {
      if (below(random, 6) == 0 || graph.is_main(to) ||
          graph.kind(graph.module_of(to)) != ModuleKind::kModule)
        continue;
      Requirement& r = manifest.require.emplace_back();
      r.module = {std::string(graph.path(to)), std::string(graph.version(to))};
      if (below(random, 6) == 0) r.module.version = "v0.0.1";
      r.indirect = below(random, 2) == 0;
    }
  }
  return out;
}

}  // namespace modgraph::reference
