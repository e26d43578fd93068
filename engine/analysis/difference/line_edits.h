#pragma once

// Which facts of the go.mod and go.work files are different?
//
// A fact is what one line says: that a module is required, replaced or
// excluded, the go version, and so on. Order, comments and layout are none.

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/manifest.h"

namespace modgraph {

enum class FactKind : std::uint8_t {
  kModule,
  kGo,
  kToolchain,
  kUse,
  kRequire,
  kReplace,
  kExclude,
  kTool,
  kGodebug,
};

/// What a fact is about; two sides are compared where all of it is equal.
struct FactName {
  std::string file;  // as both sides call it
  FactKind kind = FactKind::kModule;
  /// The module path, of `use` and `tool` the path, of `godebug` the key; ""
  /// where a file has one such fact.
  std::string subject;
  std::string version;  // of `replace` and `exclude`, where the line has one
  friend auto operator<=>(const FactName&, const FactName&) = default;
};

/// One fact that differs.
struct LineEdit {
  FactName fact;
  /// What the line says besides: "v1.0.0 // indirect", "../fork"; "there" for a
  /// fact that only is or is not; none: there is no such line.
  std::optional<std::string> before;
  std::optional<std::string> after;
  int line_before = 0;  // 0: none
  int line_after = 0;
  /// False for a requirement that is absent or `// indirect` on both sides:
  /// most of those follow from others.
  bool is_primary = true;
};

/// "go.mod: require golang.org/x/net: v0.1.0 -> v0.2.0 // indirect".
std::string edit_name(const LineEdit& edit);

/// Manifests are paired by their names of files; one without a partner is
/// compared with an empty one. Ascending by fact. O(lines log lines).
std::vector<LineEdit> line_edits(std::span<const Manifest> before,
                                 std::span<const Manifest> after);

/// The edit of a fact; null: it did not change. O(log edits).
const LineEdit* find_edit(std::span<const LineEdit> edits,
                          const FactName& fact);

}  // namespace modgraph
