#pragma once

// `modgraph cycles`: which requirements run in a circle.

#include "cli/questions.h"

namespace modgraph {

void add_cycles_flags(CLI::App& command, QuestionOptions& options);

Result<void> answer_cycles(const Asked& asked, Sink& out);

}  // namespace modgraph
