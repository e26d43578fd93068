#pragma once

// A source line with carets under a part of it, as findings and errors show it:
//
//   14 |     golang.org/x/net v0.33.0
//      |     ^^^^^^^^^^^^^^^^^^^^^^^^ raised to v0.38.0

#include <string>
#include <string_view>

namespace modgraph {

struct Excerpt {
  int line = 0;
  int column = 0;      // first marked code point, from 1; 0: no caret
  int end_column = 0;  // one past the last; 0: one caret
  std::string_view source_line;
  std::string_view label;  // after the carets
};

/// Two lines, each with its newline; tabs are shown as four columns, and
/// foreign characters are made printable. Empty when there is no source line.
std::string source_excerpt(const Excerpt& excerpt);

}  // namespace modgraph
