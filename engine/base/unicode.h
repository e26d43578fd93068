#pragma once

// Character classes as the Go language defines them (unicode.IsPrint and
// unicode.IsSpace): the go command's file formats are defined by them.
// Unicode 15.0.0, the version of Go 1.21 to 1.26.

#include <string_view>

namespace modgraph {

/// Letters, marks, numbers, punctuation and symbols, and the ASCII space.
/// O(log ranges).
bool is_printable(char32_t character);

/// White space, U+0085 and U+00A0 and the wider spaces included.
bool is_space(char32_t character);

/// Without the white space at both ends. O(length).
std::string_view trim_space(std::string_view text);

/// The first word of a text: white space before it skipped, up to the next
/// white space. "" when there is none. Points into `text`. O(length).
std::string_view first_word(std::string_view text);

}  // namespace modgraph
