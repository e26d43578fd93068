#pragma once

// What `modgraph analyze` can be told, and what that means for its parts.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/analyze/export_report.h"
#include "cli/options.h"
#include "cli/project/inputs.h"
#include "cli/terminal/diagnostics.h"
#include "engine/analysis/analysis.h"
#include "engine/findings/rule_settings.h"

namespace modgraph {

struct AnalyzeOptions {
  InputOptions inputs;
  std::vector<OutputOption> outputs;
  std::string fail_on;  // "": what the settings say, else error
  bool exit_zero = false;
  std::string show;  // "": warning; the level from which on findings are shown
  std::vector<std::string> allow, warn, deny;  // rule codes or names
  std::string baseline;  // a file; "": what the settings say, or the nearest
  bool ratchet = false;
  std::string today;                // "2027-03-01"; "": the clock's
  std::string new_from_rev;         // a revision; "": all findings count
  std::string new_from_merge_base;  // likewise
  std::string policy_from;          // base, head or a file; "": base
  std::uint64_t max_results = 0;    // of text; 0: all
  PictureOptions picture;
  std::string markdown_budget = "comment";  // or "summary"
  std::string reach = "limited";            // or "exact": lift the limit
};

AnalysisOptions analysis_options(const AnalyzeOptions& options);

/// The command line counts before the settings.
RuleSettings rule_settings(const AnalyzeOptions& options,
                           const Settings& settings);

ExportOptions export_options(const AnalyzeOptions& options,
                             const GlobalOptions& global,
                             const Settings& settings,
                             const OutputOption& output);

/// The level from which on findings make the run fail; none: they never do.
/// Settings of the repository can only lower it below the default, error: what
/// the command line or the environment says stands.
std::optional<Level> failing_level(const AnalyzeOptions& options,
                                   const Settings& settings);

/// Says in the report which settings it was made with.
void add_settings(const InputPlan& plan, const AnalyzeOptions& options,
                  Report& report);

/// Tells what an output has no place for: what is missing, and the settings.
void say_how_made(const Report& report, const AnalyzeOptions& options,
                  const Diagnostics& to);

}  // namespace modgraph
