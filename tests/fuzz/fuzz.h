#pragma once

// What the fuzz targets share. A target is a file fuzz_NAME.cc with a
// definition of one_input(), which entry.cc calls.

#include <cstdlib>
#include <string_view>

#include "engine/base/result.h"
#include "engine/base/utf8.h"

namespace modgraph::fuzz {

/// Does with one input what the target is about; must() says what has to hold.
void one_input(std::string_view bytes);

}  // namespace modgraph::fuzz

namespace modgraph {

/// Stops the target, which makes the fuzzer keep the input.
inline void must(bool holds) {
  if (!holds) std::abort();
}

/// Line `number` of a text, from 1, without its end.
inline std::string_view line_of(std::string_view text, int number) {
  for (; number > 1; --number) {
    const std::size_t end = text.find('\n');
    must(end != std::string_view::npos);
    text.remove_prefix(end + 1);
  }
  std::string_view line = text.substr(0, text.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Errors about a text that is named "fuzz": each says something, and points
/// into the text, or, with line 0, at all of it.
inline void check_errors(const Errors& errors, std::string_view text) {
  must(!errors.empty());
  for (const Error& e : errors) {
    must(!e.message.empty());
    must(e.where.file == "fuzz");
    must(e.where.line >= 0);
    if (e.where.line == 0) continue;
    std::string_view line = line_of(text, e.where.line);
    // Nobody needs to see a byte order mark.
    constexpr std::string_view kMark = "\xef\xbb\xbf";
    if (e.excerpt != line && line.starts_with(kMark))
      line.remove_prefix(kMark.size());
    must(e.excerpt.empty() || e.excerpt == line);
    must(e.where.column >= 1);
    must(static_cast<std::size_t>(e.where.column) <=
         count_code_points(line) + 2);
  }
}

/// The same of formats whose errors all have a place and say what to do.
inline void check_placed_errors(const Errors& errors, std::string_view text) {
  check_errors(errors, text);
  for (const Error& e : errors) must(e.where.line > 0 && !e.hint.empty());
}

}  // namespace modgraph
