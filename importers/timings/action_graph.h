#pragma once

// The actions of a build, as `go build -debug-actiongraph=FILE` writes them:
//
//   [
//     {"ID": 0, "Mode": "go build", "Package": "", "Deps": [1, 2],
//      "TimeStart": "2024-02-29T12:00:04Z",
//      "TimeDone": "2024-02-29T12:00:09Z"},
//     {"ID": 1, "Mode": "build", "Package": "example.com/lib", ...}
//   ]
//
// Source: the go command's behaviour (1.26).
// Tested by tests/importers/timings/action_graph_test.cc.

#include <string_view>

#include "engine/base/result.h"
#include "engine/model/build_timings.h"

namespace modgraph {

/// Errors have line and column: text that is not JSON, or is cut off; a field
/// of the wrong type; an ID that is missing or used twice; actions that end
/// before they start, or depend on each other in a cycle. A dependency on an
/// action that is not in the list is not an error; `missing` records it. `file`
/// is how errors name the input. O(length * log of the actions).
Result<BuildTimings> parse_action_graph(std::string_view file,
                                        std::string_view text);

}  // namespace modgraph
