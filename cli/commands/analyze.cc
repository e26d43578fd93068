// modgraph analyze: all that is wrong with a requirement graph; the main job.
//
// Import, analyse, judge, suggest, report, export: one stage after the other.

#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "cli/analyze/analyze_folders.h"
#include "cli/analyze/analyze_options.h"
#include "cli/analyze/base_state.h"
#include "cli/analyze/judge_folder.h"
#include "cli/analyze/suggest_fixes.h"
#include "cli/command.h"
#include "cli/flags/input_flags.h"
#include "cli/flags/output_flags.h"
#include "cli/flags/picture_flags.h"
#include "cli/pictures.h"
#include "cli/project/folders.h"
#include "cli/project/import_project.h"
#include "cli/project/inputs.h"
#include "cli/terminal/diagnostics.h"
#include "cli/terminal/stage_timer.h"
#include "engine/analysis/analysis.h"
#include "engine/base/calendar_date.h"
#include "engine/base/printable.h"
#include "engine/findings/rules.h"
#include "engine/findings/run_rules.h"
#include "engine/report/make_report.h"
#include "engine/report/report_document.h"
#include "engine/report/repository_document.h"

namespace modgraph {
namespace {

ExitCode run_analyze(const AnalyzeOptions& options,
                     const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  const auto folders = several_folders(options.inputs);
  if (!folders) return report_errors(folders.error(), to);
  if (!folders->passed_over.empty()) print_note(folders->passed_over, to);
  if (!folders->empty())
    return run_analyze_folders(folders->folders, options, global);
  StageTimer stage(global.verbosity > 1 ? ShowTimings::kYes : ShowTimings::kNo);

  // Import: bytes become a graph, manifests and facts, or positioned errors.
  auto plan = plan_inputs(options.inputs, global_of_plan(options, global));
  if (!plan) return report_errors(plan.error(), to);
  const auto base = base_of(options, *plan);
  if (!base) return report_errors(base.error(), to);
  auto imported = import_project(*plan, options.inputs.resolve, kEverything);
  if (!imported) return report_errors(imported.error(), to);
  for (const std::string& note : imported->notes) print_note(note, to);
  stage.ends("import");

  // From here on nothing can be wrong with the input: every question about the
  // frozen graph has an answer.
  Analysis analysis = analyse(imported->project, analysis_options(options));
  stage.ends("analyse");

  auto judged =
      judge_input({*base, options, global}, *plan, *imported, analysis);
  if (!judged) return report_errors(judged.error(), to);
  for (const std::string& note : judged->notes) print_note(note, to);
  plan->settings = judged->settings;
  stage.ends("judge");

  suggest_fixes(*imported, analysis, judged->judged_by, judged->findings);
  stage.ends("suggest");

  // Never freed: the process ends soon, and hundreds of thousands of findings
  // take longer to free than to write.
  static Report* const kKept =
      new Report(make_report(std::move(imported->project), std::move(analysis),
                             std::move(judged->findings),
                             std::move(imported->inputs), MODGRAPH_VERSION));
  add_settings(*plan, options, *kKept);
  if (judged->gate) kKept->gate = std::move(*judged->gate);
  const Report& report = *kKept;
  say_how_made(report, options, to);
  stage.ends("report");

  for (const OutputOption& output : options.outputs) {
    auto written =
        export_report(report, output,
                      export_options(options, global, plan->settings, output));
    if (!written) return report_errors(written.error(), to);
    stage.ends(output.format);
  }

  const auto level = failing_level(options, plan->settings);
  return level && any_at_or_above(report.findings, *level) ? ExitCode::kFindings
                                                           : ExitCode::kClean;
}

Result<void> check_rules(const AnalyzeOptions& options) {
  std::vector<std::string_view> known;
  for (const Rule& rule : rules()) {
    known.push_back(rule.code);
    known.push_back(rule.name);
  }
  for (const auto* names : {&options.allow, &options.warn, &options.deny})
    for (const std::string& name : *names)
      if (find_rule(name) == nullptr)
        return fail(
            usage_error(fmt::format("unknown rule '{}'", printable(name)),
                        did_you_mean(name, known, "rules look like MG2001")));
  return {};
}

Result<void> check_gate(const AnalyzeOptions& options) {
  if (!options.new_from_rev.empty() && !options.new_from_merge_base.empty())
    return fail(
        usage_error("--new-from-rev and --new-from-merge-base both name a base",
                    "give one of them"));
  if (!options.policy_from.empty() && !has_base(options))
    return fail(usage_error("--policy-from is about a base, and none is named",
                            "add --new-from-rev or --new-from-merge-base"));
  if (!options.today.empty() && !is_calendar_date(options.today))
    return fail(usage_error(
        fmt::format("--today: '{}' is no day", printable(options.today)),
        "write one as 2027-03-01"));
  return {};
}

Result<void> check_picture(const AnalyzeOptions& options) {
  const PictureOptions& p = options.picture;
  if (p.finding.empty()) return {};
  if (!p.focus.empty() || p.depth > 0 || p.reverse || !p.collapse.empty() ||
      p.reduce || p.all_versions)
    return fail(usage_error("--finding draws what the finding is about",
                            "leave out the options that choose a part"));
  if (std::none_of(options.outputs.begin(), options.outputs.end(),
                   [](const OutputOption& output) {
                     return find_picture_format(output.format) != nullptr;
                   }))
    return fail(usage_error("--finding chooses what a picture shows",
                            "write one: -f svg:PATH --finding " + p.finding));
  return {};
}

void add_finding_flags(Flags& flags, AnalyzeOptions& o) {
  flags.group("Findings");
  flags.choice("--fail-on", "LEVEL", o.fail_on,
               {"error", "warning", "note", "none"},
               "Exit 1 from this level on: error (default), warning, note or "
               "none");
  flags.choice("--show", "LEVEL", o.show, {"error", "warning", "note"},
               "Show findings from this level on: error, warning (default) or "
               "note, in text, Markdown and the formats of CI systems");
  flags.flag("--exit-zero", o.exit_zero, "Exit 0 whatever is found");
  flags.texts("-A,--allow", "RULE", o.allow, "Silence a rule");
  flags.texts("-W,--warn", "RULE", o.warn, "Make it a warning");
  flags.texts("-D,--deny", "RULE", o.deny, "Make it an error");
  flags.text("--baseline", "FILE", o.baseline,
             "Findings that are known; default: the nearest "
             ".modgraph-baseline.json");
  flags.flag("--ratchet", o.ratchet,
             "What the baseline lists and is gone is an error");
  flags.text("--today", "DATE", o.today,
             "The day that `until` of silences is compared with; default: "
             "today, UTC");
  flags.number("--max-results", "N", o.max_results, {},
               "Show at most N findings in text; 0 (default): all");
  flags.choice("--reach", "HOW", o.reach, {"limited", "exact"},
               "exact: count what each module reaches at any size");
}

void add_base(Flags& flags, AnalyzeOptions& o) {
  flags.group("What a change brings");
  flags.text("--new-from-rev", "REV", o.new_from_rev,
             "Only findings that this revision does not have count");
  flags.text("--new-from-merge-base", "BRANCH", o.new_from_merge_base,
             "The same from where this history and the branch's part");
  flags.text("--policy-from", "WHERE", o.policy_from,
             "Whose settings, silences and baseline count: base (default), "
             "head, or the settings in a file");
}

RunCommand declare_analyze(Flags& flags) {
  const auto o = std::make_shared<AnalyzeOptions>();
  add_inputs(flags, o->inputs);
  add_packages(flags, o->inputs);
  add_timings(flags, o->inputs);
  add_outputs(flags, report_formats(), o->outputs);
  flags.choice(
      "--markdown-budget", "WHERE", o->markdown_budget, {"comment", "summary"},
      "Cut Markdown to what fits into a pull request's comment (65,536 "
      "characters, the default) or a job's summary (1 MiB)");
  add_finding_flags(flags, *o);
  add_base(flags, *o);
  add_part_flags(flags, o->picture);
  flags.flag("--reduce", o->picture.reduce,
             "No line for what longer chains imply, at any size");
  add_picture_flags(flags, o->picture);
  flags.text("--finding", "WHICH", o->picture.finding,
             "Draw one finding: RULE, RULE:MODULE, or the beginning of its "
             "fingerprint");
  flags.check([o] { return check_rules(*o); });
  flags.check([o] { return check_gate(*o); });
  flags.check([o] { return check_picture(*o); });
  return [o](const GlobalOptions& global) { return run_analyze(*o, global); };
}

}  // namespace

extern const Command kAnalyzeCommand;
const Command kAnalyzeCommand{
    "analyze",
    "what is wrong with the requirement graph, and what to do about it",
    R"(  modgraph analyze
      the module or workspace in this folder, offline
  modgraph analyze ./...
      every module below, and what they disagree about
  go mod graph | modgraph analyze - --mod go.mod
      the graph from standard input, findings point at lines of go.mod
  modgraph analyze -f text -f json:report.json -f html:report.html
      one analysis, three outputs
  modgraph analyze -W MG2001 -f svg:drift.svg --finding MG2001
      a picture of one finding
  modgraph analyze --new-from-merge-base main
      only what this branch brings; the settings of main count
  modgraph analyze --fail-on warning -A MG1003
      exit 1 on warnings; never mention path cycles

Exit status: 0 clean, 1 findings at or above --fail-on, 2 usage or settings,
3 input, environment or writing.
)",
    declare_analyze,
    &kReportShape,
    &kRepositoryShape,
};

}  // namespace modgraph
