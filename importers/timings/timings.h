#pragma once

// How long a build took, in either of the two forms that users have: the
// action graph of the go command (action_graph.h), or a table of durations of
// modules, for what the go command does not record: how long each one took to
// download, or to build elsewhere.
//
//   module,seconds
//   golang.org/x/net,0.25
//   golang.org/x/text@v0.22.0,1.5
//
// The first line may name the columns; cells may be quoted. Empty lines and
// lines that begin with '#' are skipped.
// Tested by tests/importers/timings/timings_csv_test.cc.

#include <string_view>

#include "engine/base/result.h"
#include "engine/model/build_timings.h"

namespace modgraph {

/// JSON is an action graph, anything else a table. A byte order mark is
/// skipped. Errors and cost are those of parse_action_graph() and
/// parse_timings_csv(); `file` is how they name the input.
Result<BuildTimings> parse_timings(std::string_view file,
                                   std::string_view text);

/// All rows of a table, in their order. Errors have line and column: a line
/// without two cells, something that is not a module path or version, seconds
/// that are not a decimal number from 0 to 10^9, a module on two lines, no row
/// at all. Digits after the ninth of a fraction are ignored. O(length * log of
/// the rows).
Result<BuildTimings> parse_timings_csv(std::string_view file,
                                       std::string_view text);

}  // namespace modgraph
