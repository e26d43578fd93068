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

/// A point in time: seconds since 1970 in UTC, and nanoseconds. Digits of a
/// fraction after the ninth are ignored.
struct PointInTime {
  std::int64_t seconds = 0;
  std::uint32_t nanoseconds = 0;
  friend auto operator<=>(const PointInTime&, const PointInTime&) = default;
};

/// Nothing if the text is not is_rfc3339(). O(length).
std::optional<PointInTime> parse_rfc3339(std::string_view text);

}  // namespace modgraph
