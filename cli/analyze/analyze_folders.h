#pragma once

// `modgraph analyze` of several folders: each resolved on its own over one
// table of parsed go.mod files, then what is between them.

#include <string>
#include <vector>

#include "cli/analyze/analyze_options.h"
#include "cli/terminal/exit_code.h"

namespace modgraph {

ExitCode run_analyze_folders(const std::vector<std::string>& folders,
                             const AnalyzeOptions& options,
                             const GlobalOptions& global);

}  // namespace modgraph
