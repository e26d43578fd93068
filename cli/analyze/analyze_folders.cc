#include "cli/analyze/analyze_folders.h"

#include <memory>
#include <string>
#include <utility>

#include "cli/analyze/export_report.h"
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

void add_reports(ImportedFolders& imported, const AnalyzeOptions& options,
                 const RuleSettings& rules, RepositoryReport& report) {
  report.folders.resize(imported.folders.size());
  run_each(work_of(imported), imported.folders.size(), [&](std::size_t i) {
    ImportedFolder& one = *imported.folders[i];
    Analysis analysis =
        analyse(one.imported.project, analysis_options(options));
    std::vector<Finding> findings =
        run_rules(one.imported.project, analysis, rules);
    report.folders[i] = {
        one.folder,
        make_report(std::move(one.imported.project), std::move(analysis),
                    std::move(findings), std::move(one.imported.inputs),
                    MODGRAPH_VERSION)};
    add_settings(one.plan, options, report.folders[i].report);
  });
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

  ImportedFolders imported =
      import_folders(folders, options.inputs, global, kEverything);
  if (imported.folders.empty()) return report_errors(imported.errors, to);
  for (const auto& one : imported.folders)
    for (const std::string& note : one->imported.notes)
      print_note(one->folder + ": " + note, to);
  stage.ends("import");

  const RuleSettings rules = rule_settings(options);
  // Never freed: the process ends soon.
  static RepositoryReport* const kKept = new RepositoryReport;
  RepositoryReport& report = *kKept;
  report.failed = imported.failed;
  add_drift(imported, rules, report);
  stage.ends("drift");
  add_reports(imported, options, rules, report);
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
