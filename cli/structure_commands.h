#pragma once

// `modgraph rank` and `modgraph cut`: which modules matter most, and which
// requirements have to go so that one leaves.

#include "cli/questions.h"

namespace modgraph {

void add_rank_flags(CLI::App& command, QuestionOptions& options);
Result<void> answer_rank(const Asked& asked, Sink& out);

void add_cut_flags(CLI::App& command, QuestionOptions& options);
Result<void> answer_cut(const Asked& asked, Sink& out);

}  // namespace modgraph
