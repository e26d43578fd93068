#pragma once

// How severe a finding is.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace modgraph {

/// Ascending:
///   off      an ordinary fact; a finding only where the user asks for it
///   note     true and useful to know, nothing to do now
///   warning  the owner of the repository can change it, and would
///   error    the go command refuses, data are broken, or a policy says so
enum class Level : std::uint8_t { kOff, kNote, kWarning, kError };

inline constexpr std::size_t kLevels = 4;

/// "off", "note", "warning", "error".
std::string_view level_name(Level level);

/// What users write: note, warning and error, and none for off.
std::optional<Level> level_named(std::string_view name);

}  // namespace modgraph
