#include "cli/analyze/analyze_folders.h"

#include <iterator>
#include <memory>
#include <string>
#include <utility>

#include "cli/analyze/base_state.h"
#include "cli/analyze/export_report.h"
#include "cli/analyze/judge_folder.h"
#include "cli/project/import_folders.h"
#include "cli/terminal/diagnostics.h"
#include "cli/terminal/stage_timer.h"
#include "engine/analysis/analysis.h"
#include "engine/analysis/versions/cross_module_drift.h"
#include "engine/base/parallel.h"
#include "engine/base/shell_word.h"
#include "engine/findings/run_rules.h"
#include "engine/report/combined_report.h"
#include "engine/report/make_report.h"
#include "engine/report/repository_report.h"

namespace modgraph {
namespace {

// What is between the builds, while they are still whole. Of a single workspace
// its own report has the findings.
void add_drift(const ImportedFolders& imported, const RuleSettings& rules,
               RepositoryReport& report) {
  std::vector<const Project*> builds;
  for (const auto& one : imported.folders)
    builds.push_back(&one->imported.project);
  const std::vector<CrossModuleDrift> drift = cross_module_drift(builds);
  if (builds.size() > 1)
    report.findings = run_cross_module_rules(builds, drift, rules);
  report.drift = cross_module_rows(builds, drift);
}

std::size_t work_of(const ImportedFolders& imported) {
  std::size_t work = 0;
  for (const auto& one : imported.folders)
    work += one->imported.project.graph.requirements().edge_count();
  return work;
}

// Judges each folder, and takes its project into its report.
Errors add_reports(ImportedFolders& imported, const BaseState& base,
                   const AnalyzeOptions& options, const GlobalOptions& global,
                   RepositoryReport& report) {
  report.folders.resize(imported.folders.size());
  std::vector<Errors> errors(imported.folders.size());
  run_each(work_of(imported), imported.folders.size(), [&](std::size_t i) {
    ImportedFolder& one = *imported.folders[i];
    Analysis analysis =
        analyse(one.imported.project, analysis_options(options));
    auto judged =
        judge_input({base, options, global}, one.plan, one.imported, analysis);
    if (!judged) {
      errors[i] = std::move(judged.error());
      return;
    }
    for (std::string& note : judged->notes)
      one.imported.notes.push_back(std::move(note));
    one.plan.settings = std::move(judged->settings);
    report.folders[i] = {
        one.folder,
        make_report(std::move(one.imported.project), std::move(analysis),
                    std::move(judged->findings), std::move(one.imported.inputs),
                    MODGRAPH_VERSION)};
    Report& made = report.folders[i].report;
    add_settings(one.plan, options, made);
    if (judged->gate) made.gate = std::move(*judged->gate);
  });
  Errors out;
  for (Errors& some : errors)
    std::move(some.begin(), some.end(), std::back_inserter(out));
  return out;
}

// Whether the base has them too is not known: its folders are looked at one by
// one.
void pass_over(std::vector<Finding>& between_folders) {
  for (Finding& f : between_folders)
    f.suppressed = Suppression{
        "unknown", "what folders of the base disagree about is not looked at"};
}

// As it was called; flags about what is shown do not change the findings.
std::string command_line_of(const InputOptions& inputs) {
  std::string out = "modgraph analyze";
  for (const std::string& path : inputs.paths) out += " " + shell_word(path);
  return out;
}

bool any_fails(const ImportedFolders& imported, const AnalyzeOptions& options,
               const RepositoryReport& report) {
  for (std::size_t i = 0; i < imported.folders.size(); ++i) {
    const auto level =
        failing_level(options, imported.folders[i]->plan.settings);
    if (!level) continue;
    if (any_at_or_above(report.folders[i].report.findings, *level) ||
        any_at_or_above(report.findings, *level))
      return true;
  }
  return false;
}

}  // namespace

ExitCode run_analyze_folders(const std::vector<std::string>& folders,
                             const AnalyzeOptions& options,
                             const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  StageTimer stage(global.verbosity > 1 ? ShowTimings::kYes : ShowTimings::kNo);
  if (auto fit = check_repository_outputs(options.outputs); !fit)
    return report_errors(fit.error(), to);

  ImportedFolders imported = import_folders(
      folders, options.inputs, global_of_plan(options, global), kEverything);
  if (imported.folders.empty()) return report_errors(imported.errors, to);
  const auto base = base_of(options, imported.folders.front()->plan);
  if (!base) return report_errors(base.error(), to);
  stage.ends("import");

  const RuleSettings rules =
      rule_settings(options, imported.folders.front()->plan.settings);
  // Never freed: the process ends soon.
  static RepositoryReport* const kKept = new RepositoryReport;
  RepositoryReport& report = *kKept;
  report.failed = imported.failed;
  add_drift(imported, rules, report);
  stage.ends("drift");
  if (has_base(options)) pass_over(report.findings);
  const Errors unjudged = add_reports(imported, *base, options, global, report);
  if (!unjudged.empty()) return report_errors(unjudged, to);
  for (const auto& one : imported.folders)
    for (const std::string& note : one->imported.notes)
      print_note(one->folder + ": " + note, to);
  stage.ends("analyse");

  static const Report* const kCombined = new Report(combined_report(report));
  say_how_made(*kCombined, options, to);
  // Of all folders the first decides what is a failure.
  const Settings& settings = imported.folders.front()->plan.settings;
  for (const OutputOption& output : options.outputs) {
    ExportOptions how = export_options(options, global, settings, output);
    how.markdown.reproduce = command_line_of(options.inputs);
    auto written = export_repository(report, *kCombined, output, how);
    if (!written) return report_errors(written.error(), to);
    stage.ends(output.format);
  }
  if (!imported.errors.empty()) return report_errors(imported.errors, to);
  return any_fails(imported, options, report) ? ExitCode::kFindings
                                              : ExitCode::kClean;
}

}  // namespace modgraph
