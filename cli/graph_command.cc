#include "cli/graph_command.h"

#include <CLI/CLI.hpp>
#include <vector>

#include "cli/diagnostics.h"
#include "cli/import_project.h"
#include "cli/inputs.h"
#include "cli/output_file.h"
#include "cli/resolve_project.h"
#include "engine/analysis/components.h"
#include "engine/analysis/transitive_reduction.h"
#include "engine/model/selected_graph.h"
#include "exporters/requirement_lines.h"

namespace modgraph {
namespace {

ExitCode print(const RequirementWalk& walk,
               const std::vector<std::string>& notes, const Diagnostics& to) {
  for (const std::string& note : notes) print_note(note, to);
  const auto written =
      write_output("", [&](Sink& out) { write_requirement_lines(walk, out); });
  return written ? ExitCode::kClean : report_errors(written.error(), to);
}

// A graph that was read has lost what its walk began with, but for the main
// modules: the others come behind them.
std::vector<NodeId> roots_of(const ModuleGraph& graph) {
  std::vector<NodeId> out(graph.mains().begin(), graph.mains().end());
  for (const NodeId n : graph.nodes()) out.push_back(n);
  return out;
}

// Breadth first from the main modules, then from whatever they do not reach.
RequirementWalk walk_of(const ModuleGraph& graph,
                        const Digraph<ModuleId>& selected,
                        std::vector<ModuleVersion>& names) {
  std::vector<ModuleId> order;
  std::vector<std::uint32_t> place(graph.module_count(), 0);
  std::vector<bool> seen(graph.module_count(), false);
  const auto visit = [&](ModuleId m) {
    if (seen[index(m)] || graph.kind(m) != ModuleKind::kModule) return;
    seen[index(m)] = true;
    place[index(m)] = static_cast<std::uint32_t>(order.size());
    order.push_back(m);
  };
  for (NodeId main : graph.mains()) visit(graph.module_of(main));
  auto next_root = graph.modules().begin();
  for (std::size_t i = 0;; ++i) {
    while (i == order.size() && next_root != graph.modules().end())
      visit(*next_root++);
    if (i == order.size()) break;
    for (ModuleId to : selected.dependencies(order[i])) visit(to);
  }
  RequirementWalk walk;
  names.reserve(order.size());
  for (ModuleId m : order) {
    const NodeId node = graph.selected(m);
    walk.vertices.push_back(&names.emplace_back(ModuleVersion{
        std::string(graph.path(node)), std::string(graph.version(node))}));
    for (ModuleId to : selected.dependencies(m))
      walk.targets.push_back(place[index(to)]);
    walk.offsets.push_back(static_cast<std::uint32_t>(walk.targets.size()));
  }
  return walk;
}

ExitCode print_reduced(const ImportedProject& imported, const Diagnostics& to) {
  const ModuleGraph& graph = imported.project.graph;
  const auto selected = selected_graph(graph);
  const auto reduced =
      transitive_reduction(selected, strongly_connected_components(selected));
  if (!reduced)
    return report_errors({{ErrorKind::kLimit,
                           "the graph is too large to be reduced: modules "
                           "times requirements are above the limit",
                           {},
                           {},
                           {}}},
                         to);
  std::vector<std::string> notes = imported.notes;
  for (const std::string& why : imported.project.partial_because)
    notes.push_back("partial: " + why);
  std::vector<ModuleVersion> names;
  return print(walk_of(graph, *reduced, names), notes, to);
}

}  // namespace

void add_graph_flags(CLI::App& command, GraphOptions& options) {
  command.add_flag("--reduce", options.reduce,
                   "The selected versions alone, without requirements that a "
                   "longer chain replaces (tred)");
}

ExitCode run_graph(const GraphOptions& options, const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  const auto plan = plan_inputs(options.inputs, global);
  if (!plan) return report_errors(plan.error(), to);
  if (options.reduce) {
    const auto imported = import_project(*plan, options.inputs.resolve);
    if (!imported) return report_errors(imported.error(), to);
    return print_reduced(*imported, to);
  }
  if (plan->resolve_in) {
    const auto resolved =
        resolve_project(*plan->resolve_in, options.inputs.resolve,
                        ResolveAs::kGraph, GraphShape::kWalk, plan->path_base);
    if (!resolved) return report_errors(resolved.error(), to);
    std::vector<std::string> notes = (*resolved)->build.notes;
    for (const std::string& why : (*resolved)->build.partial_because)
      notes.push_back("partial: " + why);
    return print((*resolved)->build.walk, notes, to);
  }
  const auto imported = import_project(*plan);
  if (!imported) return report_errors(imported.error(), to);
  const ModuleGraph& graph = imported->project.graph;
  const std::vector<NodeId> roots = roots_of(graph);
  const auto written = write_output(
      "", [&](Sink& out) { write_requirement_lines(graph, roots, out); });
  return written ? ExitCode::kClean : report_errors(written.error(), to);
}

}  // namespace modgraph
