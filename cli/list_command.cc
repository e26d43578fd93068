#include "cli/list_command.h"

#include "cli/diagnostics.h"
#include "cli/import_project.h"
#include "cli/inputs.h"
#include "cli/output_file.h"
#include "exporters/module_list.h"

namespace modgraph {

ExitCode run_list(const ListOptions& options, const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  const auto plan = plan_inputs(options.inputs, global);
  if (!plan) return report_errors(plan.error(), to);
  const auto imported = import_project(*plan);
  if (!imported) return report_errors(imported.error(), to);
  const Project& project = imported->project;
  for (const std::string& why : project.partial_because)
    print_note("partial: " + why, to);
  const auto written = write_output("", [&](Sink& out) {
    write_module_list(project.graph,
                      listed_modules(project.graph, project.manifests), out);
  });
  return written ? ExitCode::kClean : report_errors(written.error(), to);
}

}  // namespace modgraph
