#pragma once

// Just enough of UTF-8 (RFC 3629): decode one code point, check, count.
// Overlong forms, surrogates and values beyond U+10FFFF are invalid.

#include <cstddef>
#include <string_view>

namespace modgraph {

/// The code point at the start of a text, and how many bytes it takes. On
/// invalid bytes: U+FFFD, one byte, valid false.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;
  bool valid = true;
};

/// Requires a text that is not empty. O(1).
CodePoint first_code_point(std::string_view text);

/// Length of the longest valid UTF-8 prefix, bytes. O(length).
std::size_t valid_utf8_prefix(std::string_view text);

/// Code points in `text`; a byte that is not valid UTF-8 counts as one.
std::size_t count_code_points(std::string_view text);

}  // namespace modgraph
