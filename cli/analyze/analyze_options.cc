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

std::optional<Level> failing_level(const AnalyzeOptions& options,
                                   const Config& config) {
  const std::string& level =
      options.fail_on.empty() ? config.fail_on.value : options.fail_on;
  if (options.exit_zero || level == "none") return std::nullopt;
  if (level == "note") return Level::kNote;
  if (level == "warning") return Level::kWarning;
  return Level::kError;
}

}  // namespace modgraph
