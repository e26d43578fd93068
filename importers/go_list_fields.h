#pragma once

// The fields of a `go list -m -json` object, as a table: name, kind of value,
// where it is kept. Source: `go help list`, and Go's cmd/go/internal/modinfo.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/module_info.h"

namespace modgraph {

enum class GoListKind : std::uint8_t {
  kIgnored,  // an unknown field
  kText,
  kTime,
  kFlag,
  kTexts,
  kReplace,
  kUpdate,
  kOrigin,
  kError,
};

struct GoListField {
  std::string_view name;
  GoListKind kind = GoListKind::kIgnored;
  std::string ModuleRecord::*text = nullptr;
  bool ModuleRecord::*flag = nullptr;
  std::vector<std::string> ModuleRecord::*texts = nullptr;
};

/// The field of that name, whatever its capitals; one of kind kIgnored when
/// there is none. The search starts behind `previous`, because the go command
/// prints fields in the order of the table.
const GoListField& go_list_field(std::string_view name,
                                 const GoListField* previous);

/// The field of an Origin object, or nothing.
struct GoListOriginField {
  std::string_view name;
  std::string ModuleOrigin::*text = nullptr;
};
const GoListOriginField* find_go_list_origin_field(std::string_view name);

/// Whether the name is that of the text in an Error object.
bool is_go_list_error_text(std::string_view name);

/// A field that shows that an object was printed by another command.
struct ForeignField {
  std::string_view name;
  std::string_view what;  // "describes a package, not a module"
  std::string_view hint;
};
const ForeignField* find_foreign_field(std::string_view name);

}  // namespace modgraph
