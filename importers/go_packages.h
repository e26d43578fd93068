#pragma once

// The stream of JSON objects that `go list -deps -test -json` prints, one per
// package:
//
//   {
//     "ImportPath": "example.com/lib/part",
//     "Module": {"Path": "example.com/lib", "Version": "v1.2.0"},
//     "DepOnly": true,
//     "Imports": ["fmt"]
//   }
//
// Several streams may follow each other, of several build configurations.
// Unknown fields are skipped, of a repeated one the last counts, null says
// nothing.

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/packages.h"

namespace modgraph {

/// Objects and arrays nested deeper than this are refused.
inline constexpr std::size_t kDeepestPackageNesting = 64;

/// All packages, in the order of the stream. Errors have line and column and
/// say what to do next: text that is not JSON, or is cut off inside an object;
/// a field of the wrong type; an object that is no package; no object at all.
/// `file` is how errors name the input. O(length).
Result<std::vector<PackageInfo>> parse_go_packages(std::string_view file,
                                                   std::string_view text);

}  // namespace modgraph
