#include "cli/suggest_command.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>
#include <utility>

#include "cli/project/import_project.h"
#include "cli/project/inputs.h"
#include "cli/project/package_data.h"
#include "cli/suggest_plan.h"
#include "cli/terminal/diagnostics.h"
#include "cli/terminal/output_file.h"
#include "cli/trial_bench.h"
#include "engine/findings/judge.h"
#include "exporters/suggest.h"

namespace modgraph {
namespace {

SuggestOptions suggest_options(const SuggestWords& words) {
  SuggestOptions out;
  if (words.all) out.from = Level::kNote;
  out.most_trials = words.most_trials;
  return out;
}

// What could be done, where nothing can be resolved again.
SuggestAnswer untried(const Evidence& evidence, std::vector<Finding> findings,
                      const SuggestOptions& options) {
  SuggestAnswer out;
  out.tried = false;
  for (Finding& f : findings) {
    const Adviser* const adviser = adviser_of(*f.rule);
    if (f.level < options.from || adviser == nullptr) continue;
    for (Candidate& c : adviser->candidates(evidence, f)) {
      Suggestion s;
      s.title = std::move(c.title);
      s.commands = commands_of(c.edits, evidence.project.manifests);
      s.edits = std::move(c.edits);
      s.side_effects = std::move(c.side_effects);
      f.suggestions.push_back(std::move(s));
    }
    if (!f.suggestions.empty()) out.findings.push_back({std::move(f), {}});
  }
  return out;
}

void count(SuggestAnswer& answer, const std::vector<Finding>& findings,
           const SuggestOptions& options) {
  for (const Finding& f : findings) {
    if (f.level < options.from) {
      ++answer.notes;
      continue;
    }
    ++answer.looked_at;
    answer.without_edit += adviser_of(*f.rule) == nullptr ? 1u : 0u;
  }
}

ExitCode write(const SuggestAnswer& answer, const std::string& format,
               const Diagnostics& to) {
  const auto written = write_output("", [&](Sink& out) {
    if (format == "json")
      write_suggest_json(answer, out);
    else if (format == "patch")
      write_suggest_patch(answer, out);
    else if (format == "script")
      write_suggest_script(answer, out);
    else
      write_suggest_text(answer, out);
  });
  return written ? ExitCode::kClean : report_errors(written.error(), to);
}

ExitCode answer_tried(const QuestionOptions& options, ImportedProject& imported,
                      const Analysis& analysis,
                      const std::vector<Finding>& findings,
                      const Diagnostics& to) {
  const SuggestOptions how = suggest_options(options.suggest);
  auto bench = TrialBench::make(*imported.resolution, imported.project, {});
  if (!bench) return report_errors(bench.error(), to);
  SuggestAnswer answer;
  if (!options.suggest.mirrors.empty()) {
    auto plan = mirror_plan(*bench, imported.project, options.suggest.mirrors);
    if (!plan) return report_errors(plan.error(), to);
    answer = std::move(*plan);
  } else {
    const RequirementLines lines(imported.project.manifests);
    const Evidence evidence{imported.project, analysis, lines};
    answer = suggest_plan(*bench, evidence, findings, how);
    count(answer, findings, how);
  }
  if (options.suggest.apply) {
    if (auto written = bench->write(answer.files); !written)
      return report_errors(written.error(), to);
    answer.applied = !answer.files.empty();
  }
  return write(answer, options.suggest.format, to);
}

}  // namespace

void add_suggest_flags(CLI::App& command, QuestionOptions& options) {
  SuggestWords& words = options.suggest;
  add_packages_flag(command, options.inputs);
  command
      .add_option("-f,--format", words.format, "text, json, patch or script")
      ->option_text("FMT")
      ->check(CLI::IsMember({"text", "json", "patch", "script"}));
  command.add_flag("--apply", words.apply,
                   "Write the suggested edits to go.mod");
  command.add_flag("--all", words.all, "Answer notes too");
  command
      .add_option("--mirror", words.mirrors,
                  "Replace modules of OLD by those of NEW; repeatable")
      ->option_text("OLD=NEW")
      ->allow_extra_args(false);
  command
      .add_option("--max-trials", words.most_trials,
                  "Resolve at most N times (default 10000)")
      ->option_text("N")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000}));
}

ExitCode run_suggest(const QuestionOptions& options,
                     const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  const auto plan = plan_inputs(options.inputs, global);
  if (!plan) return report_errors(plan.error(), to);
  auto imported = import_project(*plan, options.inputs.resolve);
  if (!imported) return report_errors(imported.error(), to);
  for (const std::string& note : imported->notes) print_note(note, to);
  for (const std::string& why_not : imported->project.partial_because)
    print_note("partial: " + why_not, to);
  QuestionOptions asked = options;
  if (asked.json) asked.suggest.format = "json";

  const Analysis analysis = analyse(imported->project);
  const std::vector<Finding> findings = judge(imported->project, analysis, {});
  if (imported->resolution)
    return answer_tried(asked, *imported, analysis, findings, to);
  if (asked.suggest.apply || !asked.suggest.mirrors.empty())
    return report_errors(
        {{ErrorKind::kUsage,
          "recorded text cannot be resolved again: nothing is written that was "
          "not tried",
          {},
          {},
          "name a folder with a go.mod, or none"}},
        to);
  const RequirementLines lines(imported->project.manifests);
  const SuggestOptions how = suggest_options(asked.suggest);
  SuggestAnswer answer =
      untried({imported->project, analysis, lines}, findings, how);
  count(answer, findings, how);
  return write(answer, asked.suggest.format, to);
}

}  // namespace modgraph
