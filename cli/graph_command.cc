#include "cli/graph_command.h"

#include <vector>

#include "cli/diagnostics.h"
#include "cli/import_project.h"
#include "cli/inputs.h"
#include "cli/output_file.h"
#include "cli/resolve_project.h"
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

}  // namespace

ExitCode run_graph(const GraphOptions& options, const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  const auto plan = plan_inputs(options.inputs, global);
  if (!plan) return report_errors(plan.error(), to);
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
