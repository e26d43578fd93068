#pragma once

// A value of the settings, and how many there may be.

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace modgraph {

/// A setting and where it is, so that an error can point at a wrong value.
struct ConfigValue {
  std::string value;  // "": not set
  SourcePosition where;
};

/// What settings may call a rule.
struct RuleName {
  std::string_view code;
  std::string_view name;
};

/// More errors than these are counted, not listed.
inline constexpr std::size_t kMaxConfigErrors = 20;
/// Values of one key.
inline constexpr std::size_t kMaxConfigList = 1'000;

}  // namespace modgraph
