#pragma once

// Fixes that are cheap enough to be found unasked, each resolved first:
// `modgraph suggest` finds all.

#include <vector>

#include "cli/project/imported_project.h"
#include "engine/analysis/analysis.h"
#include "engine/findings/finding.h"
#include "engine/findings/gate.h"

namespace modgraph {

/// Gives warnings and errors that are not silenced the fixes that work. Of
/// recorded text none is tried.
void suggest_fixes(const ImportedProject& imported, const Analysis& analysis,
                   const Gate& gate, std::vector<Finding>& findings);

}  // namespace modgraph
