#include "cli/list_command.h"

#include <utility>
#include <vector>

#include "cli/project/import_project.h"
#include "cli/project/inputs.h"
#include "cli/project/resolve_project.h"
#include "cli/project/resolved_facts.h"
#include "cli/terminal/diagnostics.h"
#include "cli/terminal/output_file.h"
#include "exporters/go_list_json.h"
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

std::vector<std::string> without_info(const std::vector<ModuleFacts>& facts) {
  std::vector<std::string> out;
  for (const ModuleFacts& m : facts)
    if (!m.error.empty()) out.push_back(m.path + "@" + m.version);
  return out;
}

// The go command fails where a version has no .info, which says when it was
// published: nothing is printed then.
Errors missing_info(const std::vector<std::string>& names) {
  if (names.empty()) return {};
  std::string missing;
  for (const std::string& name : names)
    missing += "\n\t" + name + ": no .info in the module cache";
  return {{ErrorKind::kEnvironment,
           "what is known of versions is not at hand:" + missing,
           {},
           {},
           "fetch it: go list -m all > /dev/null; or go on without it: "
           "--missing=closed"}};
}

ExitCode list_resolved(const std::string& folder, const ListOptions& options,
                       const std::string& path_base, const Diagnostics& to) {
  auto resolved =
      resolve_project(folder, options.inputs.resolve, ResolveAs::kList,
                      GraphShape::kNone, path_base);
  if (!resolved) return report_errors(resolved.error(), to);
  Resolution& resolution = keep_to_the_end(std::move(*resolved));
  const ResolvedBuild& build = resolution.build;
  const auto described = facts_of(
      resolution, options.json ? FactsWanted::kAll : FactsWanted::kVersions);
  if (!described) return report_errors(described.error(), to);
  const std::vector<ModuleFacts>& facts = *described;
  const std::vector<std::string> missing = without_info(facts);
  if (!options.inputs.resolve.missing_closed && !missing.empty())
    return report_errors(missing_info(missing), to);
  for (const std::string& note : build.notes) print_note(note, to);
  for (const std::string& why : build.partial_because)
    print_note("partial: " + why, to);
  for (const std::string& name : missing)
    print_note("partial: nothing is known of " + name +
                   " but its name: its .info is missing",
               to);
  const auto written = write_output("", [&](Sink& out) {
    options.json ? write_go_list_json(facts, out)
                 : write_module_list(facts, out);
  });
  return written ? ExitCode::kClean : report_errors(written.error(), to);
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
