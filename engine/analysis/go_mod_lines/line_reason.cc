// Why is a line in go.mod?
// Source: go.dev/ref/mod#go-mod-file-require for `// indirect; more`.
// Tested by line_reason_test.cc.

#include "engine/analysis/go_mod_lines/line_reason.h"

#include <string_view>

namespace modgraph {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

// What a comment says, "// " taken off; "" for what is no comment.
std::string_view comment_text(std::string_view line) {
  line = trimmed(line);
  return line.starts_with("//") ? trimmed(line.substr(2)) : std::string_view();
}

std::string_view beside(std::string_view rest) {
  std::string_view comment = comment_text(rest.substr(0, rest.find('\n')));
  constexpr std::string_view kWord = "indirect";
  if (!comment.starts_with(kWord)) return comment;
  const std::string_view more = trimmed(comment.substr(kWord.size()));
  if (more.empty()) return {};
  // "indirectly" is a word of its own.
  return more.front() == ';' ? trimmed(more.substr(1)) : comment;
}

// The comment lines that end right above this byte, which begins a line.
std::string above(std::string_view text, std::size_t line_begin) {
  std::string out;
  while (line_begin > 0) {
    const std::size_t end = line_begin - 1;  // its '\n'
    const std::size_t before =
        end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view line = text.substr(begin, end - begin);
    const std::string_view comment = comment_text(line);
    if (comment.empty()) break;
    out = out.empty() ? std::string(comment) : std::string(comment) + " " + out;
    line_begin = begin;
  }
  return out;
}

}  // namespace

std::string line_reason(const Manifest& manifest, const SourceSpan& where) {
  const std::string_view text = manifest.text;
  if (where.end_byte > text.size() || where.line == 0) return {};
  const std::string_view own = beside(text.substr(where.end_byte));
  if (!own.empty()) return std::string(own);
  const std::size_t before = where.byte == 0 ? std::string_view::npos
                                             : text.rfind('\n', where.byte - 1);
  return before == std::string_view::npos ? std::string()
                                          : above(text, before + 1);
}

}  // namespace modgraph
