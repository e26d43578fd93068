#pragma once

// What is different between two short texts, line by line.

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

/// A smallest set of changes, in order; no two touch each other.
/// O((lines) * changes) time and O(changes^2) memory.
/// Source: Myers, An O(ND) Difference Algorithm and Its Variations, 1986.
/// Tested by tests/engine/base/line_diff_test.cc.
std::vector<LineHunk> line_diff(const std::vector<std::string_view>& before,
                                const std::vector<std::string_view>& after);

}  // namespace modgraph
