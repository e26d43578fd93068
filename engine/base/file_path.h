#pragma once

// File names as text: the lexical rules of Go's filepath on Unix. Nothing here
// looks at a disk.
// Source: the documentation of Go's path/filepath (Clean, Join, Rel).
// Tested by tests/engine/base/file_path_test.cc.

#include <optional>
#include <string>
#include <string_view>

namespace modgraph {

/// The shortest equivalent spelling: no "//", no "/./", ".." resolved where it
/// can be, no trailing slash; "" becomes ".". O(length).
std::string clean_path(std::string_view path);

/// `name` below `folder`, clean. An empty part is left out.
std::string join_path(std::string_view folder, std::string_view name);

/// How to spell the absolute `target` from the absolute `folder`: "../x/y", or
/// "." when they are the same. Nothing when one of them is relative.
std::optional<std::string> relative_path(std::string_view folder,
                                         std::string_view target);

inline bool is_absolute_path(std::string_view path) {
  return path.starts_with('/');
}

/// Whether `path` is `folder` or lies below it. Both are clean and named from
/// one place, which "" and "." are.
bool is_in_folder(std::string_view path, std::string_view folder);

/// What comes before the last slash, clean: "." of "x", "/" of "/x".
std::string parent_path(std::string_view path);

}  // namespace modgraph
