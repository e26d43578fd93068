#pragma once

// Slow references of the questions about replacements and vendoring: every
// directive is held against every vertex, in words of the documentation.

#include <string>
#include <vector>

#include "engine/model/project.h"

namespace modgraph::reference {

/// For each directive, go.work first: "applies", "none", "silent" or "shadowed
/// by" and the target of the directive that counts.
std::vector<std::string> replacement_effects(const Project& project);

/// "path points dependents" of each module with points, sorted as the answer
/// is; for projects without facts, supplies and times.
std::vector<std::string> vendor_scores(const Project& project);

}  // namespace modgraph::reference
