#include "cli/graph_part.h"

#include <fmt/core.h>

#include <utility>
#include <vector>

#include "cli/project/find_module.h"
#include "engine/analysis/graph/components.h"
#include "engine/analysis/graph/transitive_reduction.h"
#include "engine/model/selected_graph.h"
#include "engine/report/views/neighbourhood.h"

namespace modgraph {
namespace {

Error too_large() {
  return limit_error(
      "the graph is too large to be reduced: modules times requirements are "
      "above the limit");
}

// The selected graph with versions as its vertices.
Digraph<NodeId> between_selected(const ModuleGraph& graph,
                                 const Digraph<ModuleId>& modules) {
  std::vector<Edge<NodeId>> edges;
  for (const ModuleId m : modules.vertices())
    for (const ModuleId to : modules.dependencies(m))
      edges.push_back({graph.selected(m), graph.selected(to)});
  return digraph_from_edges<NodeId>(graph.node_count(), edges);
}

Result<Digraph<NodeId>> selected_requirements(const ModuleGraph& graph,
                                              const PictureOptions& options) {
  Digraph<ModuleId> selected = selected_graph(graph);
  if (!options.reduce) return between_selected(graph, selected);
  const auto reduced =
      transitive_reduction(selected, strongly_connected_components(selected));
  if (!reduced) return fail(too_large());
  return between_selected(graph, *reduced);
}

// The main modules and what they lead to, then the rest.
std::vector<NodeId> everything(const ModuleGraph& graph) {
  std::vector<NodeId> out(graph.mains().begin(), graph.mains().end());
  for (const NodeId n : graph.nodes())
    if (!graph.is_main(n)) out.push_back(n);
  return out;
}

}  // namespace

Result<GraphPart> graph_part(const ModuleGraph& graph,
                             const PictureOptions& options, bool selected) {
  selected = selected || options.reduce;
  Digraph<NodeId> requirements = graph.requirements();
  if (selected) {
    auto between = selected_requirements(graph, options);
    if (!between) return fail(std::move(between.error()));
    requirements = std::move(*between);
  }
  const std::uint32_t depth =
      options.depth > 0 ? static_cast<std::uint32_t>(options.depth) : kAnyDepth;
  std::vector<NodeId> starts(graph.mains().begin(), graph.mains().end());
  if (!options.focus.empty()) {
    const auto focus = find_module(graph, options.focus);
    if (!focus) return fail(focus.error());
    if (selected && !graph.is_selected(*focus))
      return fail(
          usage_error(fmt::format("{} is not in the build", options.focus),
                      "leave out --selected and --reduce"));
    starts = {*focus};
  } else if (depth == kAnyDepth) {
    starts = everything(graph);
  }
  GraphPart out;
  out.nodes = neighbourhood<NodeId>(
      requirements, starts,
      options.reverse ? Direction::kDependents : Direction::kDependencies,
      depth);
  if (selected)
    std::erase_if(out.nodes, [&](NodeId n) {
      return !graph.is_selected(n) ||
             graph.kind(graph.module_of(n)) != ModuleKind::kModule;
    });
  out.requirements = graph_between<NodeId>(requirements, out.nodes);
  return out;
}

}  // namespace modgraph
