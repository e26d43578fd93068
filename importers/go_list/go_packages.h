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
// Unknown fields are skipped, of a repeated one the last counts, null is the
// same as no field.

#include <cstddef>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/packages.h"

namespace modgraph {

/// All packages, in the order of the stream, or the first error, with line and
/// column and what to do next: text that is not JSON, or is cut off inside an
/// object; nesting of more than kDeepestJson levels; a field of the wrong type;
/// an object that is not a package; no object at all. `file` is how errors name
/// the input. O(length).
Result<std::vector<PackageInfo>> parse_go_packages(std::string_view file,
                                                   std::string_view text);

}  // namespace modgraph
