#pragma once

// Patterns of module paths, as GOPRIVATE and its relatives list them.
// Source: `go help private`, and the documentation of Go's path.Match and of
// golang.org/x/mod/module.MatchPrefixPatterns.
// Tested by tests/engine/base/path_pattern_test.cc.

#include <string_view>

namespace modgraph {

/// Whether a name is one that a pattern of path.Match describes: `*` and `?`
/// stand for characters that are no '/', `[a-c]` and `[^a-c]` for one of them,
/// `\` takes the next character as it is. A malformed pattern describes
/// nothing. O(pattern * name).
bool matches_path(std::string_view pattern, std::string_view name);

/// The first pattern of a comma-separated list that describes the first
/// elements of a path, as many as the pattern has itself; "" when none does.
std::string_view matching_prefix_pattern(std::string_view patterns,
                                         std::string_view path);

}  // namespace modgraph
