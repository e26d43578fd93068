#pragma once

// One value of the settings, and how many there may be.

#include <cstddef>
#include <cstdint>
#include <string>

#include "engine/base/result.h"

namespace modgraph {

/// A setting and where it is, so that an error can point at a wrong value.
struct ConfigValue {
  std::string value;  // "": not set
  SourcePosition where;
};

/// Settings are short: more is an attack on the library that parses them.
inline constexpr std::uint64_t kMaxConfigBytes = std::uint64_t{64} << 10;
/// More errors than these are counted, not listed.
inline constexpr std::size_t kMaxConfigErrors = 20;
/// Values of one key.
inline constexpr std::size_t kMaxConfigList = 1'000;

}  // namespace modgraph
