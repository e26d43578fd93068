#include "cli/analyze/analyze_options.h"

#include <unistd.h>

#include <algorithm>

#include "cli/terminal/paths.h"

namespace modgraph {

AnalysisOptions analysis_options(const AnalyzeOptions& options) {
  AnalysisOptions out;
  if (options.reach == "exact") out.reach_work_limit = 0;
  return out;
}

RuleSettings rule_settings(const AnalyzeOptions& options,
                           const Settings& settings) {
  return {options.allow, options.warn, options.deny, settings.config.rules,
          settings.config.policy};
}

ExportOptions export_options(const AnalyzeOptions& options,
                             const GlobalOptions& global,
                             const Settings& settings,
                             const OutputOption& output) {
  ExportOptions out;
  out.picture = options.picture;
  if (options.markdown_budget == "summary") out.markdown.budget = kSummaryBytes;
  out.text.max_results = options.max_results;
  if (global.quiet) out.text.show = Level::kError;
  if (global.verbosity > 0) out.text.show = Level::kNote;
  if (const auto level = level_named(options.show))
    out.text.show = out.show = out.markdown.show = *level;
  out.failing = failing_level(options, settings);
  const bool to_terminal = output.path.empty();
  if (to_terminal && wants_colour(STDOUT_FILENO, global.colour))
    out.text.colour = Colour::kAlways;
  return out;
}

void add_settings(const InputPlan& plan, const AnalyzeOptions& options,
                  Report& report) {
  if (plan.settings.file.empty()) return;
  const bool is_given = options.exit_zero || !options.fail_on.empty();
  report.settings =
      settings_used(plan.settings, is_given ? FailOn::kGiven : FailOn::kOpen);
  if (!plan.settings.of_commit)
    report.settings->file = shown_path(plan.settings.file, plan.path_base);
}

void say_how_made(const Report& report, const AnalyzeOptions& options,
                  const Diagnostics& to) {
  if (std::all_of(options.outputs.begin(), options.outputs.end(),
                  [](auto& output) { return says_how_made(output.format); }))
    return;
  for (const std::string& why : report.partial_because)
    print_note("partial: " + why, to);
  if (report.settings)
    print_note("settings: " + settings_sentence(*report.settings), to);
  if (report.gate) print_note("verdict: " + gate_sentence(*report.gate), to);
}

std::optional<Level> failing_level(const AnalyzeOptions& options,
                                   const Settings& settings) {
  if (options.exit_zero || options.fail_on == "none") return std::nullopt;
  if (!options.fail_on.empty()) return level_named(options.fail_on);
  const std::string& level = settings.config.fail_on.value;
  if (level == "none")
    return settings.of_repository ? std::optional(Level::kError) : std::nullopt;
  return level_named(level).value_or(Level::kError);
}

}  // namespace modgraph
