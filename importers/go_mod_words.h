#pragma once

// What single words of a go.mod file mean.

#include <optional>
#include <string>
#include <string_view>

namespace modgraph {

/// The text that a Go string literal "..." stands for, quotes included in
/// `literal`; nothing when an escape is wrong. Bytes that are not UTF-8 become
/// U+FFFD. O(length).
std::optional<std::string> unquote_go_string(std::string_view literal);

/// Whether the argument of a go line has the form 1.23, 1.23.4 or 1.23rc1. The
/// form is looser than a Go version: 1.2.3rc1 passes.
bool is_go_line_version(std::string_view text);

/// What the go line of a dependency is read as when it has not that form: the
/// 1.23 of "v1.23-alpha" or "1.23.x". "" when there is none.
std::string_view lax_go_line_version(std::string_view text);

/// "default", "go1" or "go1.anything".
bool is_toolchain_line_name(std::string_view text);

/// Whether the right side of a replacement names a folder: ".", "..", "/x",
/// "./x", "../x" and their Windows spellings, "C:x".
bool is_directory_path(std::string_view path);

}  // namespace modgraph
