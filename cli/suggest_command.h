#pragma once

// `modgraph suggest`: edits of go.mod that were tried.

#include "cli/options.h"
#include "cli/terminal/exit_code.h"

namespace CLI {  // NOLINT(readability-identifier-naming): theirs
class App;
}

namespace modgraph {

void add_suggest_flags(CLI::App& command, QuestionOptions& options);

ExitCode run_suggest(const QuestionOptions& options,
                     const GlobalOptions& global);

}  // namespace modgraph
