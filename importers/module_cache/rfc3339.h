#pragma once

// Points in time as the go command writes them.

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace modgraph {

/// "2006-01-02T15:04:05Z", with any fraction of a second and any offset from
/// UTC (RFC 3339). Leap seconds do not exist, as in Go.
bool is_rfc3339(std::string_view text);

/// A point in time: seconds since 1970 in UTC, and what is beyond them. Digits
/// of a fraction behind the ninth do not count.
struct PointInTime {
  std::int64_t seconds = 0;
  std::uint32_t nanoseconds = 0;
  friend auto operator<=>(const PointInTime&, const PointInTime&) = default;
};

/// Nothing when it is not one.
std::optional<PointInTime> parse_rfc3339(std::string_view text);

}  // namespace modgraph
