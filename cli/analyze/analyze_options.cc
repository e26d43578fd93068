#include "cli/analyze/analyze_options.h"

#include <unistd.h>

namespace modgraph {

AnalysisOptions analysis_options(const AnalyzeOptions& options) {
  AnalysisOptions out;
  if (options.reach == "exact") out.reach_work_limit = 0;
  return out;
}

Policy policy_of(const AnalyzeOptions& options) {
  return {options.allow, options.warn, options.deny};
}

namespace {

std::optional<Level> level_named(const std::string& name) {
  if (name == "note") return Level::kNote;
  if (name == "warning") return Level::kWarning;
  if (name == "error") return Level::kError;
  return std::nullopt;
}

}  // namespace

ExportOptions export_options(const AnalyzeOptions& options,
                             const GlobalOptions& global, const Config& config,
                             const OutputOption& output) {
  ExportOptions out;
  out.picture = options.picture;
  if (options.markdown_budget == "summary") out.markdown.budget = kSummaryBytes;
  out.text.max_results = options.max_results;
  if (global.quiet) out.text.show = Level::kError;
  if (global.verbosity > 0) out.text.show = Level::kNote;
  if (const auto level = level_named(options.show))
    out.text.show = out.show = out.markdown.show = *level;
  out.failing = failing_level(options, config);
  const bool to_terminal = output.path.empty();
  if (to_terminal && wants_colour(STDOUT_FILENO, global.colour))
    out.text.colour = Colour::kAlways;
  return out;
}

std::optional<Level> failing_level(const AnalyzeOptions& options,
                                   const Config& config) {
  const std::string& level =
      options.fail_on.empty() ? config.fail_on.value : options.fail_on;
  if (options.exit_zero || level == "none") return std::nullopt;
  return level_named(level).value_or(Level::kError);
}

}  // namespace modgraph
