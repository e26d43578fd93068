#pragma once

// Points in time as the go command writes them.

#include <string_view>

namespace modgraph {

/// "2006-01-02T15:04:05Z", with any fraction of a second and any offset from
/// UTC (RFC 3339). Leap seconds do not exist, as in Go.
bool is_rfc3339(std::string_view text);

}  // namespace modgraph
