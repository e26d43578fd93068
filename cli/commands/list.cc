// modgraph list: the build list, byte for byte as the go command prints it.

#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/answer.h"
#include "cli/command.h"
#include "cli/flags/input_flags.h"
#include "cli/flags/output_flags.h"
#include "cli/project/folders.h"
#include "cli/project/resolve_project.h"
#include "cli/project/resolved_facts.h"
#include "cli/project/vendor_mode.h"
#include "cli/terminal/diagnostics.h"
#include "cli/terminal/output_file.h"
#include "engine/report/answers/build_list.h"
#include "exporters/go_output/go_list_json.h"
#include "exporters/go_output/module_list.h"

namespace modgraph {
namespace {

bool is_go_format(const OutputOption& output) {
  return output.format == "text" || output.format == "json";
}

std::vector<std::string> without_info(const std::vector<ModuleInfo>& facts) {
  std::vector<std::string> out;
  for (const ModuleInfo& m : facts)
    if (!m.error.empty()) out.push_back(m.path + "@" + m.version);
  return out;
}

// The go command fails where a version has no .info, which says when it was
// published: nothing is printed then.
Error missing_info(const std::vector<std::string>& names,
                   const std::string& flag) {
  std::string missing;
  for (const std::string& name : names) missing += "\n\t" + name;
  return environment_error(
      "the .info files of these versions are not in the module cache:" +
          missing,
      fmt::format("fetch them with `go list{}{} -m all`, or go on without "
                  "them: --missing=closed",
                  flag.empty() ? "" : " ", flag));
}

Result<void> write_resolved(const InputPlan& plan,
                            const QuestionOptions& options,
                            const Diagnostics& to) {
  auto resolved =
      resolve_project(*plan.resolve_in, options.inputs.resolve,
                      ResolveAs::kList, GraphShape::kNone, plan.path_base);
  if (!resolved) return fail(std::move(resolved.error()));
  Resolution& resolution = keep_to_the_end(std::move(*resolved));
  const bool json =
      std::any_of(options.outputs.begin(), options.outputs.end(),
                  [](const auto& o) { return o.format == "json"; });
  const auto facts =
      facts_of(resolution, json ? FactsWanted::kAll : FactsWanted::kVersions);
  if (!facts) return fail(facts.error());
  const std::vector<std::string> missing = without_info(*facts);
  const std::string flag = flag_against_vendor(resolution);
  if (!options.inputs.resolve.missing_closed && !missing.empty())
    return fail(missing_info(missing, flag));
  if (!flag.empty())
    print_note(fmt::format("`go list -m all` refuses here, beside a vendor "
                           "folder: this is what `go list {} -m{} all` prints",
                           flag, json ? " -json" : ""),
               to);
  print_notes(resolution.build.notes, resolution.build.partial_because, to);
  for (const std::string& name : missing)
    print_note("partial: nothing is known of " + name +
                   " but its name: its .info is not in the module cache",
               to);
  for (const OutputOption& output : options.outputs)
    if (auto written = write_output(output.path,
                                    [&](Sink& out) {
                                      output.format == "json"
                                          ? write_go_list_json(*facts, out)
                                          : write_module_list(*facts, out);
                                    });
        !written)
      return written;
  return {};
}

// Recorded text knows no more than names.
Result<void> write_recorded(const InputPlan& plan,
                            const QuestionOptions& options,
                            const Diagnostics& to) {
  const auto imported =
      import_project(plan, options.inputs.resolve, kGraphAlone);
  if (!imported) return fail(imported.error());
  const Project& project = imported->project;
  print_notes({}, project.partial_because, to);
  const auto modules = listed_modules(project.graph, project.manifests);
  for (const OutputOption& output : options.outputs) {
    if (output.format == "json")
      return fail(usage_error(
          "the JSON of `go list` is made in a module's folder: recorded text "
          "does not tell enough for it",
          "write -f csv, or name a folder with a go.mod"));
    if (auto written = write_output(
            output.path,
            [&](Sink& out) { write_module_list(project.graph, modules, out); });
        !written)
      return written;
  }
  return {};
}

ExitCode run_go_formats(const QuestionOptions& options,
                        const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  const auto plan = plan_inputs(options.inputs, global);
  if (!plan) return report_errors(plan.error(), to);
  const auto written = plan->resolve_in ? write_resolved(*plan, options, to)
                                        : write_recorded(*plan, options, to);
  return written ? ExitCode::kClean : report_errors(written.error(), to);
}

ExitCode answer_list(const QuestionOptions& options,
                     const GlobalOptions& global) {
  return answer_question(
      options, global, kGraphAlone, [](const Asked& asked) -> Result<Answer> {
        return Answer{build_list_document(asked.project()), nullptr};
      });
}

// Text and JSON are those of the go command for one build; the go command has
// none for several.
ExitCode run_list(const QuestionOptions& options, const GlobalOptions& global) {
  const auto folders = several_folders(options.inputs);
  if (!folders) return report_errors(folders.error(), {global.colour});
  if (!folders->empty()) return answer_list(options, global);
  QuestionOptions go = options, documents = options;
  std::erase_if(go.outputs, [](const auto& o) { return !is_go_format(o); });
  std::erase_if(documents.outputs, is_go_format);
  ExitCode code = ExitCode::kClean;
  if (!documents.outputs.empty()) code = answer_list(documents, global);
  if (code != ExitCode::kClean || go.outputs.empty()) return code;
  return run_go_formats(go, global);
}

RunCommand declare_list(Flags& flags) {
  const auto options = std::make_shared<QuestionOptions>();
  add_inputs(flags, options->inputs);
  add_outputs(flags, document_formats(), options->outputs);
  return [options](const GlobalOptions& global) {
    return run_list(*options, global);
  };
}

}  // namespace

extern const Command kListCommand;
const Command kListCommand{
    "list",
    "the build list, as `go list -m all` prints it",
    R"(  modgraph list
      the bytes of `go list -m all`, without the go command
  modgraph list --json
      the bytes of `go list -m -json all`
  modgraph list -f csv:build-list.csv
  modgraph list ./... --json
      of several folders, a document of ours
)",
    declare_list,
    &kBuildListShape,
};

}  // namespace modgraph
