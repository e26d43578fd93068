#pragma once

// `modgraph analyze`: the main job, told as a story.

#include <optional>

#include "cli/exit_code.h"
#include "cli/options.h"
#include "engine/analysis/analysis.h"
#include "engine/report/finding.h"
#include "importers/module_folder/config.h"

namespace modgraph {

ExitCode run_analyze(const AnalyzeOptions& options,
                     const GlobalOptions& global);

// What the flags mean, for one folder and for several.

AnalysisOptions analysis_options(const AnalyzeOptions& options);

ExportOptions export_options(const AnalyzeOptions& options,
                             const GlobalOptions& global,
                             const OutputOption& output);

/// The level from which on findings make the run fail; none: they never do.
std::optional<Level> failing_level(const AnalyzeOptions& options,
                                   const Config& config);

}  // namespace modgraph
