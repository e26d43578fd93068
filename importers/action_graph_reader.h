#pragma once

// The JSON of `go build -debug-actiongraph`, as it stands there: one list of
// objects. What they mean together is action_graph.h.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "engine/base/result.h"
#include "importers/rfc3339.h"

namespace modgraph {

/// Where an action graph is wrong, and what to do about it.
struct ActionGraphFault {
  std::size_t at = 0;  // byte
  std::string message;
  ErrorKind kind = ErrorKind::kInput;
};

/// One object. Fields that do not matter here are skipped.
struct RecordedAction {
  std::size_t at = 0;  // its first byte
  int line = 0;        // of that
  std::optional<std::uint64_t> id;
  std::string mode;
  std::string package;
  std::vector<std::uint64_t> deps;
  PointInTime start, done;  // Go's zero time: it did not run
};

/// Objects and lists nested deeper than this are refused.
inline constexpr std::size_t kDeepestActionGraphNesting = 64;

/// O(length).
tl::expected<std::vector<RecordedAction>, ActionGraphFault> read_action_graph(
    std::string_view text);

}  // namespace modgraph
