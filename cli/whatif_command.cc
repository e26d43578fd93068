#include "cli/whatif_command.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command_words.h"
#include "cli/diagnostics.h"
#include "cli/goal_command.h"
#include "cli/inputs.h"
#include "cli/output_file.h"
#include "cli/output_option.h"
#include "cli/picture_flags.h"
#include "cli/resolve_project.h"
#include "engine/analysis/build_difference.h"
#include "engine/base/file_path.h"
#include "engine/report/views/difference_view.h"
#include "engine/report/whatif_answer.h"
#include "exporters/whatif.h"
#include "importers/go_mod/go_mod.h"
#include "importers/go_mod/go_mod_edit.h"

namespace modgraph {
namespace {

// The main module that is edited: the only one, or the member of a workspace
// that the folder lies in.
Result<std::size_t> edited_module(const Resolution& r) {
  const auto& modules = r.mains.modules;
  if (!r.mains.is_workspace()) return std::size_t{0};
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < modules.size(); ++i) {
    const std::string& at = modules[i].folder;
    const bool inside = r.folder == at || r.folder.starts_with(at + "/");
    if (inside && (!found || at.size() > modules[*found].folder.size()))
      found = i;
  }
  if (found) return *found;
  std::string members;
  for (const MainModule& m : modules)
    members += (members.empty() ? "" : ", ") + m.manifest.file;
  return fail(usage_error("which go.mod of the workspace is edited?",
                          "run it in the folder of one: " + members));
}

constexpr std::array<std::string_view, 5> kFormats = {"text", "json", "dot",
                                                      "svg", "mermaid"};

// The build after the edit, over the same table of go.mod files.
Result<ResolvedBuild> build_with(Resolution& r, std::size_t module,
                                 const std::string& text) {
  MainModules mains = r.mains;
  Manifest& manifest = mains.modules[module].manifest;
  auto edited = parse_main_go_mod(manifest.file + " (edited)", text);
  if (!edited) return fail(std::move(edited.error()));
  manifest = std::move(*edited);
  return load(mains, *r.shared->store, r.load_options);
}

// What is said, and the build that it is said of.
struct Answered {
  WhatifAnswer answer;
  ResolvedBuild after;
};

Result<Answered> answer(Resolution& r, const WhatifOptions& options,
                        std::string& new_text, std::size_t module) {
  const Manifest& manifest = r.mains.modules[module].manifest;
  WhatifAnswer out;
  out.file = manifest.file;
  auto edited = edit_go_mod(manifest.file, manifest.text, options.edits);
  if (!edited) return fail(std::move(edited.error()));
  for (const ManifestEdit& edit : options.edits)
    out.edits.push_back(flag_of(edit));
  new_text = std::move(edited->text);
  out.file_changes = new_text != manifest.text;
  out.reformats = edited->reformats;
  auto after = build_with(r, module, new_text);
  if (!after) return fail(std::move(after.error()));
  out.difference = build_difference(r.build, *after);
  out.notes = std::move(after->notes);
  out.partial_because = std::move(after->partial_because);
  return Answered{std::move(out), std::move(*after)};
}

std::string file_of(const Resolution& r, std::size_t module) {
  return r.mains.is_workspace()
             ? join_path(r.mains.modules[module].folder, "go.mod")
             : r.files.mod;
}

}  // namespace

ExitCode run_whatif(const WhatifOptions& options, const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  const auto output = parse_output(
      options.json && options.format.empty() ? "json" : options.format,
      kFormats);
  if (!output) return report_errors(output.error(), to);
  if (auto checked = check_picture_words(options.picture); !checked)
    return report_errors(checked.error(), to);
  if (!options.goal.empty() && !options.format.empty())
    return report_errors(
        {usage_error("-f is for edits that are named, and --goal searches them",
                     "leave it out; --json is the answer as JSON")},
        to);
  if (!options.goal.empty()) return run_goal(options, global);
  if (options.edits.empty())
    return report_errors(
        {usage_error("no edit is named",
                     "name one: modgraph whatif --drop MODULE")},
        to);
  const auto plan = plan_inputs(options.inputs, global);
  if (!plan) return report_errors(plan.error(), to);
  if (!plan->resolve_in)
    return report_errors(
        {usage_error("whatif resolves a module again: graph text does not tell "
                     "enough for that",
                     "name a folder with a go.mod, or none")},
        to);
  auto resolved =
      resolve_project(*plan->resolve_in, options.inputs.resolve,
                      ResolveAs::kList, GraphShape::kFrozen, plan->path_base);
  if (!resolved) return report_errors(resolved.error(), to);
  Resolution& r = **resolved;
  const auto module = edited_module(r);
  if (!module) return report_errors(module.error(), to);

  std::string new_text;
  auto answered = answer(r, options, new_text, *module);
  if (!answered) return report_errors(answered.error(), to);
  WhatifAnswer* const found = &answered->answer;
  if (options.apply && found->file_changes) {
    const auto written = write_output(file_of(r, *module),
                                      [&](Sink& out) { out.put(new_text); });
    if (!written) return report_errors(written.error(), to);
    found->applied = true;
  }
  for (const std::string& note : found->notes) print_note(note, to);
  for (const std::string& why : found->partial_because)
    print_note("partial: " + why, to);
  if (found->reformats && options.apply)
    print_note(found->file +
                   " was not formatted: other lines of it changed too, as "
                   "`go mod edit` changes them",
               to);
  const auto written = write_output(output->path, [&](Sink& out) {
    if (const WritePicture draw = find_picture_format(output->format))
      draw(linked(difference_view(
                      *found, r.build, answered->after,
                      limits_of(words_for(output->format, options.picture))),
                  options.picture),
           out);
    else if (output->format == "json")
      write_whatif_json(*found, out);
    else
      write_whatif_text(*found, out);
  });
  return written ? ExitCode::kClean : report_errors(written.error(), to);
}

}  // namespace modgraph
