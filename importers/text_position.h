#pragma once

// From a byte of a text to an error that points at it.

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace modgraph {

/// A text, and how errors name it.
struct NamedText {
  std::string_view file;
  std::string_view text;
};

/// Numbers the lines of a text, from 1, for bytes asked about in ascending
/// order. O(length) over all calls.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}

  /// The line of a byte, which must not come before the last one.
  int line_of(std::size_t at);

 private:
  std::string_view text_;
  std::size_t counted_ = 0;
  int line_ = 1;
};

/// The line of a byte, without its end. O(length of the line).
std::string_view line_at(std::string_view text, std::size_t at);

/// The column of a byte, from 1, in code points; a byte that is not UTF-8
/// counts as one, as in the go command. O(length of the line before it).
int column_of(std::string_view text, std::size_t at);

/// An error at a byte of a text, of which the caller knows the line. The line
/// is the excerpt unless it is very long. O(length of the line).
Error error_at(const NamedText& source, std::size_t at, int line,
               ErrorKind kind, std::string message, std::string hint);

}  // namespace modgraph
