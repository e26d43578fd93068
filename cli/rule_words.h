#pragma once

// Rules as words of the command line.

#include <string>

#include "cli/options.h"
#include "engine/base/result.h"

namespace modgraph {

/// What `modgraph explain WORD` prints; WORD is a code, a name or "all".
Result<std::string> explained(const std::string& word);

/// One error for each unknown rule of -A, -W and -D.
Errors unknown_rules(const AnalyzeOptions& options);

}  // namespace modgraph
