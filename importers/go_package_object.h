#pragma once

// One object of the `go list -deps -test -json` stream.

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "engine/base/result.h"
#include "engine/model/packages.h"

namespace modgraph {

struct GoPackageObject {
  PackageInfo package;
  std::size_t end = 0;  // the byte behind it
};

/// What is wrong, at a byte of the text.
struct GoPackageFault {
  std::size_t at = 0;
  std::string message;
  ErrorKind kind = ErrorKind::kInput;
};

/// Reads the object whose '{' is byte `at`, on line `line`. Stops at the first
/// fault. O(length of the object).
tl::expected<GoPackageObject, GoPackageFault> read_go_package_object(
    std::string_view text, std::size_t at, int line);

}  // namespace modgraph
