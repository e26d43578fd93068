#pragma once

// `modgraph indirect`: what indirect requirements do to the build.

#include "cli/questions.h"

namespace modgraph {

void add_indirect_flags(CLI::App& command, QuestionOptions& options);
Result<void> answer_indirect(const Asked& asked, Sink& out);

}  // namespace modgraph
