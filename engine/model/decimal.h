#pragma once

// Numbers in versions have no limit, so they stay text.

#include <compare>
#include <string_view>

namespace modgraph {

constexpr bool is_digit(char c) { return '0' <= c && c <= '9'; }

/// Orders two decimal numbers without leading zeros by value; "" is lowest.
constexpr std::strong_ordering compare_decimal(std::string_view a,
                                               std::string_view b) {
  if (a.size() != b.size()) return a.size() <=> b.size();
  // A loop and not memcmp: most numbers have one or two digits.
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] != b[i]) return a[i] <=> b[i];
  return std::strong_ordering::equal;
}

/// The length of the decimal number that `text` begins with; 0 when there is
/// none or it has a needless leading zero.
constexpr std::size_t decimal_length(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && is_digit(text[n])) ++n;
  return n > 1 && text[0] == '0' ? 0 : n;
}

}  // namespace modgraph
