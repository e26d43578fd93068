#pragma once

// One object of the `go list -m -json` stream.

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "engine/base/result.h"
#include "engine/model/module_info.h"

namespace modgraph {

struct GoListObject {
  ModuleInfo facts;
  std::size_t end = 0;         // the byte behind it
  std::size_t path_at = 0;     // where the value of Path stands; 0: nowhere
  std::size_t version_at = 0;  // and of Version
};

/// What is wrong, at a byte of the text.
struct GoListFault {
  std::size_t at = 0;
  std::string message;
  std::string hint;
  ErrorKind kind = ErrorKind::kInput;
};

/// Reads the object whose '{' is byte `at`, on line `line`. Stops at the first
/// fault. O(length of the object).
tl::expected<GoListObject, GoListFault> read_go_list_object(
    std::string_view text, std::size_t at, int line);

}  // namespace modgraph
