#pragma once

// `modgraph drift`: which versions are asked for, and which are built.

#include "cli/questions.h"

namespace modgraph {

Result<void> answer_drift(const Asked& asked, Sink& out);

}  // namespace modgraph
