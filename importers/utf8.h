#pragma once

// Just enough of UTF-8 for messages: is it valid, and which column is this.

#include <cstddef>
#include <string_view>

namespace modgraph {

/// Length of the longest valid UTF-8 prefix, bytes. Overlong forms, surrogates
/// and values beyond U+10FFFF are invalid (RFC 3629). O(length).
std::size_t valid_utf8_prefix(std::string_view text);

/// Code points in `text`; a byte that is not valid UTF-8 counts as one.
std::size_t count_code_points(std::string_view text);

}  // namespace modgraph
