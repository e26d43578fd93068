#include "exporters/markdown/markdown_text.h"

#include <algorithm>

#include "engine/base/printable.h"
#include "engine/model/decimal.h"

namespace modgraph {
namespace {

std::size_t longest_run(std::string_view text, char wanted) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == wanted ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }

// Seven hexadecimal digits can be a commit.
bool may_be_commit(std::string_view word) {
  return word.size() >= 7 && std::all_of(word.begin(), word.end(), is_hex);
}

// Letters with single hyphens or apostrophes between them, or a short number:
// nothing that any reader of Markdown makes more of.
bool is_ordinary(std::string_view word) {
  if (word.empty() || may_be_commit(word)) return false;
  if (std::all_of(word.begin(), word.end(), is_digit)) return true;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (is_letter(word[i])) continue;
    const bool joins = (word[i] == '-' || word[i] == '\'') && i > 0 &&
                       i + 1 < word.size() && is_letter(word[i - 1]) &&
                       is_letter(word[i + 1]);
    if (!joins) return false;
  }
  return true;
}

// A word of a sentence, its punctuation apart.
struct Word {
  std::string_view before;
  std::string_view core;
  std::string_view after;
};

Word parts_of(std::string_view word) {
  std::size_t begin = 0;
  std::size_t end = word.size();
  if (begin < end && word[begin] == '(') ++begin;
  constexpr std::string_view kStops = ",;:.)";
  while (end > begin && kStops.find(word[end - 1]) != std::string_view::npos)
    --end;
  return {word.substr(0, begin), word.substr(begin, end - begin),
          word.substr(end)};
}

bool is_quoted(std::string_view word) {
  return word.size() > 2 && word.front() == '\'' && word.back() == '\'';
}

// Length of "`modgraph why M`" at the start of a text, a blank or the end
// after it; 0 if there is none.
std::size_t quoted_length(std::string_view text) {
  if (!text.starts_with('`')) return 0;
  const std::size_t end = text.find('`', 1);
  if (end == std::string_view::npos || end == 1) return 0;
  const bool ends = end + 1 == text.size() || text[end + 1] == ' ';
  return ends ? end + 1 : 0;
}

std::string marked_word(std::string_view word) {
  if (word == "->") return "\u2192";
  const Word parts = parts_of(word);
  std::string_view core = parts.core;
  // Punctuation alone, and a number as lists have it, is code as well.
  const bool in_list =
      parts.after.starts_with('.') || parts.after.starts_with(')');
  if (core.empty() ||
      (is_digit(core.front()) && in_list && parts.before.empty()))
    return code_span(word);
  if (is_ordinary(core)) return std::string(word);
  if (is_quoted(core)) core = core.substr(1, core.size() - 2);
  return std::string(parts.before) + code_span(core) + std::string(parts.after);
}

}  // namespace

std::string code_span(std::string_view text) {
  const std::string visible = printable(text);
  const std::string fence(longest_run(visible, '`') + 1, '`');
  // One blank at each end goes when both are there.
  const auto needs_room = [&](char c) { return c == '`' || c == ' '; };
  const bool padded = visible.empty() || needs_room(visible.front()) ||
                      needs_room(visible.back());
  const std::string_view pad = padded ? " " : "";
  std::string out = fence;
  out.append(pad).append(visible).append(pad).append(fence);
  return out;
}

std::string markdown_sentence(std::string_view text) {
  const std::string visible = printable(text);
  std::string out;
  for (std::string_view rest = visible; !rest.empty();) {
    const std::size_t quoted = quoted_length(rest);
    const std::size_t end =
        quoted > 0 ? quoted : std::min(rest.find(' '), rest.size());
    if (end > 0) {
      if (!out.empty()) out += ' ';
      out += quoted > 0 ? code_span(rest.substr(1, quoted - 2))
                        : marked_word(rest.substr(0, end));
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

// A bar would end the cell, even in code, and so would one after a backslash
// that is escaped itself: readers differ, and none takes a bar for an end that
// has an odd number of backslashes before it.
std::string table_cell(std::string_view markdown) {
  std::string out;
  std::size_t backslashes = 0;  // right before
  for (const char c : markdown) {
    if (c == '|') out.append(backslashes + 1, '\\');
    backslashes = c == '\\' ? backslashes + 1 : 0;
    out += c;
  }
  return out;
}

std::string code_block(std::string_view language, std::string_view lines) {
  const std::string fence(std::max<std::size_t>(longest_run(lines, '`') + 1, 3),
                          '`');
  std::string out = fence;
  out.append(language).append("\n").append(lines);
  if (!out.ends_with('\n')) out += '\n';
  return out + fence + "\n";
}

}  // namespace modgraph
