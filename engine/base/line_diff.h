#pragma once

// What is different between two texts, line by line.

#include <cstddef>
#include <string_view>
#include <vector>

namespace modgraph {

/// Lines before[at .. at + removed) became lines after[to .. to + added).
struct LineHunk {
  std::size_t at = 0;  // counts from 0
  std::size_t removed = 0;
  std::size_t to = 0;
  std::size_t added = 0;
};

/// The lines of a text, each with its newline.
std::vector<std::string_view> lines_of(std::string_view text);

/// Changes in order; no two touch each other. A smallest set of them up to some
/// hundreds of changed lines; above that a good one, which keeps lines that
/// both have once. O(lines * log(lines)) time, O(lines) memory.
/// Source: Myers, An O(ND) Difference Algorithm and Its Variations, 1986; for
/// more changes Cohen's patience diff.
/// Tested by tests/engine/base/line_diff_test.cc.
std::vector<LineHunk> line_diff(const std::vector<std::string_view>& before,
                                const std::vector<std::string_view>& after);

}  // namespace modgraph
