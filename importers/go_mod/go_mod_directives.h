#pragma once

// The directives of go.mod and go.work, up to Go 1.26, and the forms of their
// arguments.
// Source: go.dev/ref/mod#go-mod-file, #workspaces.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/manifest.h"

namespace modgraph {

enum class GoModDirectiveId : std::uint8_t {
  kModule,
  kGo,
  kToolchain,
  kGodebug,
  kRequire,
  kExclude,
  kReplace,
  kRetract,
  kTool,
  kIgnore,
  kUse,
};

/// Where a directive counts. In a dependency's go.mod the others are skipped,
/// unknown ones too.
struct GoModDirective {
  GoModDirectiveId id;
  std::string_view name;
  bool in_mod;
  bool in_work;
  bool in_block;       // also as `name ( ... )`
  bool in_dependency;  // in the go.mod of a dependency
};

/// The directive of this name; nullptr if there is none.
const GoModDirective* find_directive(std::string_view name);

/// The names that a file of this kind may use.
std::vector<std::string_view> directive_names(ManifestKind kind);

/// The value of a Go string literal "...", quotes included in `literal`;
/// nothing if an escape is wrong. Bytes that are not UTF-8 become U+FFFD.
/// O(length).
std::optional<std::string> unquote_go_string(std::string_view literal);

/// Whether the argument of a go line has the form 1.23, 1.23.4 or 1.23rc1. The
/// form is looser than a Go version: 1.2.3rc1 passes.
bool is_go_line_version(std::string_view text);

/// What the go line of a dependency is read as if it does not have that form:
/// the
/// 1.23 of "v1.23-alpha" or "1.23.x". "" if there is none.
std::string_view lax_go_line_version(std::string_view text);

/// "default", "go1" or "go1.anything".
bool is_toolchain_line_name(std::string_view text);

/// Whether the right side of a replacement names a folder: ".", "..", "/x",
/// "./x", "../x" and their Windows spellings, "C:x".
bool is_directory_path(std::string_view path);

}  // namespace modgraph
