#pragma once

// `modgraph critical`: the longest chain of the build, in modules, bytes or
// time.

#include "cli/questions.h"

namespace modgraph {

void add_critical_flags(CLI::App& command, QuestionOptions& options);

Result<void> answer_critical(const Asked& asked, Sink& out);

}  // namespace modgraph
