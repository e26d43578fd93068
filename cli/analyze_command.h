#pragma once

// `modgraph analyze`: the main job, told as a story.

#include "cli/exit_code.h"
#include "cli/options.h"

namespace modgraph {

ExitCode run_analyze(const AnalyzeOptions& options,
                     const GlobalOptions& global);

}  // namespace modgraph
