#pragma once

// Findings as Markdown: in full, and as a line of a list.

#include <string>
#include <vector>

#include "engine/report/report.h"

namespace modgraph {

/// Those that are not silenced, the first to look at first: errors before
/// warnings before notes; within a level those that an edit of ours answers,
/// then ours, then those of dependencies.
std::vector<const Finding*> findings_in_order(const Report& report);

/// Level, rule, place, message, who forces it, the fix. Ends with an empty
/// line.
std::string finding_in_full(const Finding& finding);

/// "- `go.mod#L14` message". Ends with a newline.
std::string finding_line(const Finding& finding);

}  // namespace modgraph
