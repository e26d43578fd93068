#include "cli/list_command.h"

#include <vector>

#include "cli/diagnostics.h"
#include "cli/import_project.h"
#include "cli/inputs.h"
#include "cli/output_file.h"
#include "cli/resolve_project.h"
#include "exporters/module_list.h"

namespace modgraph {
namespace {

ExitCode print(const ModuleGraph& graph,
               const std::vector<ListedModule>& modules,
               const Diagnostics& to) {
  const auto written = write_output(
      "", [&](Sink& out) { write_module_list(graph, modules, out); });
  return written ? ExitCode::kClean : report_errors(written.error(), to);
}

ExitCode list_resolved(const std::string& folder, const ListOptions& options,
                       const std::string& path_base, const Diagnostics& to) {
  const auto resolved = resolve_project(folder, options.inputs.resolve,
                                        ResolveAs::kList, path_base);
  if (!resolved) return report_errors(resolved.error(), to);
  for (const std::string& note : resolved->build.notes) print_note(note, to);
  for (const std::string& why : resolved->build.partial_because)
    print_note("partial: " + why, to);
  std::vector<ListedModule> listed;
  for (const BuildModule& m : resolved->build.build_list) {
    listed.push_back({m.node, {}});
    if (m.replaced) listed.back().replaced_by = m.replaced->shown;
  }
  return print(resolved->build.graph, listed, to);
}

}  // namespace

ExitCode run_list(const ListOptions& options, const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  const auto plan = plan_inputs(options.inputs, global);
  if (!plan) return report_errors(plan.error(), to);
  if (plan->resolve_in)
    return list_resolved(*plan->resolve_in, options, plan->path_base, to);
  const auto imported = import_project(*plan);
  if (!imported) return report_errors(imported.error(), to);
  const Project& project = imported->project;
  for (const std::string& why : project.partial_because)
    print_note("partial: " + why, to);
  return print(project.graph, listed_modules(project.graph, project.manifests),
               to);
}

}  // namespace modgraph
