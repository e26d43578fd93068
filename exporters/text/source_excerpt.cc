#include "exporters/text/source_excerpt.h"

#include <algorithm>

#include "engine/base/printable.h"
#include "engine/base/utf8.h"

namespace modgraph {
namespace {

constexpr std::size_t kMaxColumns = 160;

// The line as it is shown, and where its columns went.
struct Shown {
  std::string text;
  std::size_t mark_begin = 0;
  std::size_t mark_end = 0;
};

// One character as it is shown; what follows may make it the beginning of more.
std::string piece_of(std::string_view rest, std::string_view character) {
  if (begins_log_command(rest)) return "\\x23";
  return character == "\t" ? "    " : printable(character);
}

Shown show(const Excerpt& excerpt) {
  Shown out;
  const int end = std::max(excerpt.end_column, excerpt.column + 1);
  std::string_view rest = excerpt.source_line;
  std::size_t width = 0;
  int column = 1;
  for (; !rest.empty() && width < kMaxColumns; ++column) {
    if (column == excerpt.column) out.mark_begin = width;
    const CodePoint c = first_code_point(rest);
    const std::string_view bytes = rest.substr(0, c.length);
    const std::string piece = piece_of(rest, bytes);
    out.text += piece;
    width += count_code_points(piece);
    rest.remove_prefix(c.length);
    if (column < end) out.mark_end = width;
  }
  // A place after the last character, where something is missing.
  if (column <= excerpt.column) out.mark_begin = width;
  out.mark_end = std::max(out.mark_end, out.mark_begin + 1);
  if (!rest.empty()) out.text += "...";
  return out;
}

}  // namespace

std::string source_excerpt(const Excerpt& excerpt) {
  if (excerpt.source_line.empty()) return {};
  const Shown shown = show(excerpt);
  const std::string number = std::to_string(excerpt.line);
  std::string out = number + " | " + shown.text + "\n";
  if (excerpt.column <= 0) return out;
  out += std::string(number.size(), ' ') + " | " +
         std::string(shown.mark_begin, ' ') +
         std::string(shown.mark_end - shown.mark_begin, '^');
  if (!excerpt.label.empty()) out += " " + printable(excerpt.label);
  return out + "\n";
}

}  // namespace modgraph
