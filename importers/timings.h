#pragma once

// How long a build took, in either of the two forms that users have.

#include <string_view>

#include "engine/base/result.h"
#include "engine/model/build_timings.h"

namespace modgraph {

/// JSON is an action graph (action_graph.h), anything else a table
/// (timings_csv.h). A byte order mark is skipped.
Result<BuildTimings> parse_timings(std::string_view file,
                                   std::string_view text);

}  // namespace modgraph
