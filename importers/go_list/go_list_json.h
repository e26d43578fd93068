#pragma once

// The stream of JSON objects that `go list -m -json` prints, one per module:
//
//   {
//     "Path": "example.com/lib",
//     "Version": "v1.2.0",
//     "Time": "2024-02-29T12:00:00Z",
//     "Indirect": true
//   }
//
// Also with -u, -retracted, -versions. Fields are read as the go command reads
// its own output: unknown ones are skipped, of a repeated one the last counts,
// capitals do not matter, null is the same as no field.

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/module_info.h"

namespace modgraph {

/// All modules, in the order of the stream. Errors have line and column and say
/// what to do next: text that is not JSON, or is cut off inside an object;
/// nesting of more than kDeepestJson levels; a field of the wrong type; an
/// object that is not a module, or has no version (at most 20 of these); the
/// output of other commands, by name; no object at all. `file` is how errors
/// name the input. O(length).
Result<std::vector<ModuleInfo>> parse_go_list(std::string_view file,
                                              std::string_view text);

}  // namespace modgraph
