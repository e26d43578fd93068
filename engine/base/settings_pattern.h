#pragma once

// Patterns of module paths and folders, as settings write them:
//
//   *    any characters within one element: "golang.org/x/*"
//   **   any number of elements, none included: "k8s.io/**" is k8s.io itself
//        and all below it
//   !x   of a list: takes away what an earlier pattern gave; the last one that
//        matches decides
//
// Anchored at both ends; no regular expressions.
// Tested by tests/engine/base/settings_pattern_test.cc.

#include <span>
#include <string>
#include <string_view>

namespace modgraph {

/// Whether one pattern without '!' is all of `path`. O(pattern * path).
bool matches_pattern(std::string_view pattern, std::string_view path);

/// Whether the last of the patterns that matches does not begin with '!'.
bool matches_patterns(std::span<const std::string> patterns,
                      std::string_view path);

}  // namespace modgraph
