#include "cli/analyze_command.h"

#include <unistd.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "cli/analyze_folders.h"
#include "cli/command_words.h"
#include "cli/export_report.h"
#include "cli/project/folders.h"
#include "cli/project/import_project.h"
#include "cli/project/inputs.h"
#include "cli/terminal/diagnostics.h"
#include "cli/terminal/stage_timer.h"
#include "cli/trial_bench.h"
#include "engine/advice/suggest.h"
#include "engine/analysis/analysis.h"
#include "engine/findings/judge.h"
#include "engine/report/make_report.h"

namespace modgraph {
namespace {

// Advice that is cheap enough to be given unasked: `suggest` gives all.
constexpr std::size_t kMostTrials = 8;

void advise(ImportedProject& imported, const Analysis& analysis,
            std::vector<Finding>& findings) {
  if (findings.empty() || findings.front().level < Level::kWarning) return;
  std::optional<TrialBench> bench;
  const Try attempt = [&](std::span<const MainEdit> edits) -> Result<Tried> {
    if (!bench) {
      auto made = TrialBench::make(*imported.resolution, imported.project, {});
      if (!made) return fail(std::move(made.error()));
      bench.emplace(std::move(*made));
    }
    return bench->attempt(edits);
  };
  const RequirementLines lines(imported.project.manifests);
  SuggestOptions options;
  options.most_trials = kMostTrials;
  SuggestResult found =
      suggest({imported.project, analysis, lines}, findings, attempt, options);
  for (Advice& advice : found.advice)
    findings[advice.finding].suggestions = std::move(advice.suggestions);
}

}  // namespace

AnalysisOptions analysis_options(const AnalyzeOptions& options) {
  AnalysisOptions out;
  if (options.reach_exact) out.reach_work_limit = 0;
  return out;
}

ExportOptions export_options(const AnalyzeOptions& options,
                             const GlobalOptions& global,
                             const OutputOption& output) {
  ExportOptions out;
  out.picture = options.picture;
  if (options.markdown_budget == "summary") out.markdown.budget = kSummaryBytes;
  out.text.max_results = options.max_results;
  if (global.quiet) out.text.show = Level::kError;
  if (global.verbosity > 0) out.text.show = Level::kNote;
  const bool to_terminal = output.path.empty();
  if (to_terminal && wants_colour(STDOUT_FILENO, global.colour))
    out.text.colour = Colour::kAlways;
  return out;
}

// The level from which on findings make the run fail; none: they never do.
std::optional<Level> failing_level(const AnalyzeOptions& options,
                                   const Config& config) {
  const std::string& level =
      options.fail_on.empty() ? config.fail_on.value : options.fail_on;
  if (options.exit_zero || level == "none") return std::nullopt;
  if (level == "note") return Level::kNote;
  if (level == "warning") return Level::kWarning;
  return Level::kError;
}

ExitCode run_analyze(const AnalyzeOptions& options,
                     const GlobalOptions& global) {
  const Diagnostics to{global.colour};
  const auto folders = several_folders(options.inputs);
  if (!folders) return report_errors(folders.error(), to);
  if (!folders->empty()) return run_analyze_folders(*folders, options, global);
  if (auto checked = check_picture_words(options.picture); !checked)
    return report_errors(checked.error(), to);
  if (!options.picture.finding.empty() &&
      std::ranges::none_of(options.outputs, [](const OutputOption& output) {
        return find_picture_format(output.format) != nullptr;
      }))
    return report_errors({usage_error("--finding chooses what a picture shows",
                                      "write one: -f svg:PATH --finding " +
                                          options.picture.finding)},
                         to);
  StageTimer stage(global.verbosity > 1 ? ShowTimings::kYes : ShowTimings::kNo);

  // Import: bytes become a graph, manifests and facts, or positioned errors.
  const auto plan = plan_inputs(options.inputs, global);
  if (!plan) return report_errors(plan.error(), to);
  auto imported = import_project(*plan, options.inputs.resolve);
  if (!imported) return report_errors(imported.error(), to);
  for (const std::string& note : imported->notes) print_note(note, to);
  stage.ends("import");

  // From here on nothing can be wrong with the input: every question about the
  // frozen graph has an answer.
  Analysis analysis = analyse(imported->project, analysis_options(options));
  stage.ends("analyse");

  std::vector<Finding> findings =
      judge(imported->project, analysis,
            Policy{options.allow, options.warn, options.deny});
  stage.ends("judge");

  if (imported->resolution) {
    advise(*imported, analysis, findings);
    stage.ends("advise");
  }

  // Never freed: the process ends soon, and hundreds of thousands of findings
  // take longer to free than to write.
  static const Report* const kKept = new Report(make_report(
      std::move(imported->project), std::move(analysis), std::move(findings),
      std::move(imported->inputs), MODGRAPH_VERSION));
  const Report& report = *kKept;
  stage.ends("report");

  for (const OutputOption& output : options.outputs) {
    auto written =
        export_report(report, output, export_options(options, global, output));
    if (!written) return report_errors(written.error(), to);
    stage.ends(output.format);
  }

  const auto level = failing_level(options, plan->config);
  return level && any_at_or_above(report.findings, *level) ? ExitCode::kFindings
                                                           : ExitCode::kClean;
}

}  // namespace modgraph
