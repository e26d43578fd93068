#pragma once

// Durations of modules as a table, for what the go command does not record:
// how long each one took to download, or to build elsewhere.
//
//   module,seconds
//   golang.org/x/net,0.25
//   golang.org/x/text@v0.22.0,1.5
//
// The first line may name the columns; cells may be quoted. Empty lines and
// lines that begin with '#' say nothing.
// Tested by tests/importers/timings_csv_test.cc.

#include <string_view>

#include "engine/base/result.h"
#include "engine/model/build_timings.h"

namespace modgraph {

/// All rows, in their order. Errors have line and column: a line without two
/// cells, what is no module path or version, seconds that are not a decimal
/// number from 0 to 10^9, a module that stands twice, no row at all. Digits
/// behind the ninth of a fraction do not count. O(length * log of the rows).
Result<BuildTimings> parse_timings_csv(std::string_view file,
                                       std::string_view text);

}  // namespace modgraph
