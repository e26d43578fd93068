#pragma once

// `modgraph vendor`: what is worth a copy of one's own, and whether the vendor
// folder is right.

#include "cli/questions.h"

namespace modgraph {

void add_vendor_flags(CLI::App& command, QuestionOptions& options);

Result<void> answer_vendor(const Asked& asked, Sink& out);

}  // namespace modgraph
