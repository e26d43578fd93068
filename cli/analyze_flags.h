#pragma once

// The options of `modgraph analyze`, beside its inputs.

#include <string>
#include <vector>

#include "cli/options.h"

namespace CLI {  // NOLINT(readability-identifier-naming): theirs
class App;
}

namespace modgraph {

/// What was written, where it is not an option by itself.
struct AnalyzeWords {
  AnalyzeOptions& options;
  std::vector<std::string> formats = {};
  std::string reach = "limited";
};

/// `words` must stay where it is until the command line has been parsed.
void add_analyze_flags(CLI::App& command, AnalyzeWords& words);

}  // namespace modgraph
