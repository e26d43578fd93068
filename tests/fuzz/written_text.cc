#include "tests/fuzz/written_text.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "engine/base/printable.h"
#include "engine/base/utf8.h"
#include "tests/fuzz/fuzz.h"

namespace modgraph::fuzz {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_' || c == '-' || c == ':';
}

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

std::string_view take_while(std::string_view& text, bool (*belongs)(char)) {
  std::size_t end = 0;
  while (end < text.size() && belongs(text[end])) ++end;
  const std::string_view out = text.substr(0, end);
  text.remove_prefix(end);
  return out;
}

// The next line, without its newline, which is taken off.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view out = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return out;
}

void skip_blanks(std::string_view& text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n'))
    text.remove_prefix(1);
}

// Every & begins an entity: "&lt;", "&#38;".
void check_entities(std::string_view text) {
  for (std::size_t at = text.find('&'); at != text.npos;
       at = text.find('&', at + 1)) {
    const std::size_t end = text.find(';', at);
    must(end != text.npos && end - at <= 10);
    for (const char c : text.substr(at + 1, end - at - 1))
      must(is_word_byte(c) || c == '#');
  }
}

// One element after the other; `open_` are those that are to be closed.
class MarkupReader {
 public:
  explicit MarkupReader(std::string_view text) : text_(text) {}

  Structure read() && {
    while (!text_.empty()) {
      const std::size_t end = std::min(text_.find('<'), text_.size());
      check_entities(text_.substr(0, end));
      text_.remove_prefix(end);
      if (!text_.empty()) read_tag();
    }
    must(open_.empty());
    return std::move(found_);
  }

 private:
  void read_tag() {
    text_.remove_prefix(1);
    if (text_.starts_with('!') || text_.starts_with('?')) {
      const std::size_t end = text_.find('>');
      must(end != text_.npos);
      found_.insert("<" + std::string(text_.substr(0, end)));
      text_.remove_prefix(end + 1);
      return;
    }
    const bool closes = text_.starts_with('/');
    if (closes) text_.remove_prefix(1);
    const std::string name(take_while(text_, is_word_byte));
    must(!name.empty());
    found_.insert("<" + name);
    if (closes) {
      must(text_.starts_with('>'));
      text_.remove_prefix(1);
      must(!open_.empty() && open_.back() == name);
      open_.pop_back();
      return;
    }
    if (read_attributes(name)) return;
    if (name == "script" || name == "style")
      skip_content(name);
    else if (name != "meta" && name != "br" && name != "hr" &&
             name != "input" && name != "link")
      open_.push_back(name);
  }

  // True: the tag closes its element.
  bool read_attributes(const std::string& element) {
    while (true) {
      skip_blanks(text_);
      must(!text_.empty());
      if (text_.starts_with('>')) return text_.remove_prefix(1), false;
      if (text_.starts_with("/>")) return text_.remove_prefix(2), true;
      const std::string name(take_while(text_, is_word_byte));
      must(!name.empty());
      found_.insert("<" + element + " " + name);
      if (!text_.starts_with('=')) continue;
      must(text_.size() > 1 && text_[1] == '"');
      text_.remove_prefix(2);
      const std::size_t end = text_.find('"');
      must(end != text_.npos);
      check_value(name, text_.substr(0, end));
      text_.remove_prefix(end + 1);
    }
  }

  static void check_value(std::string_view name, std::string_view value) {
    must(value.find('<') == value.npos);
    must(!name.starts_with("on"));
    check_entities(value);
    if (name == "href" || name == "src" || name == "xlink:href")
      must(value.starts_with('#') || value.starts_with("https://"));
  }

  void skip_content(const std::string& element) {
    const std::size_t end = text_.find("</" + element + ">");
    must(end != text_.npos);
    text_.remove_prefix(end + element.size() + 3);
  }

  std::string_view text_;
  std::vector<std::string> open_;
  Structure found_;
};

// A letter or a digit of a name in DOT.
bool is_name_byte(char c) {
  return (c & 0x80) != 0 || c == '.' || (is_word_byte(c) && c != ':');
}

// A word of DOT that stands without quotes: an attribute or one of the language,
// which are structure, or a name or a number, which may be any.
void add_bare_word(std::string_view word, bool is_attribute, Structure& found) {
  std::string lower;
  for (const char c : word)
    lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (is_attribute || lower == "node" || lower == "edge" || lower == "graph" ||
      lower == "digraph" || lower == "subgraph" || lower == "strict") {
    found.insert(std::string(word));
    return;
  }
  const bool is_number = lower.find_first_not_of("-.0123456789") == lower.npos;
  must(is_number || lower.find_first_of("-.") == lower.npos);
  must(is_number || !is_digit_byte(lower.front()));
}

// A word of Mermaid; numbers, in names of boxes too, may be any.
void add_mermaid_word(std::string_view word, Structure& found) {
  std::string shape;
  for (const char c : word)
    if (!is_digit_byte(c)) shape += c;
  found.insert(shape);
}

// Takes off what is in double quotes, on one line.
void skip_quoted(std::string_view& text) {
  text.remove_prefix(1);
  while (!text.starts_with('"')) {
    must(text.size() > 1 && text.front() != '\n');
    text.remove_prefix(text.front() == '\\' ? 2 : 1);
  }
  text.remove_prefix(1);
}

// Brackets close in order.
class Brackets {
 public:
  void see(char c) {
    constexpr std::string_view kOpening = "([{", kClosing = ")]}";
    if (kOpening.find(c) != kOpening.npos) open_ += kClosing[kOpening.find(c)];
    if (kClosing.find(c) == kClosing.npos) return;
    must(!open_.empty() && open_.back() == c);
    open_.pop_back();
  }
  bool all_closed() const { return open_.empty(); }

 private:
  std::string open_;
};

// Without the code of a line; its signs alone.
void add_signs(std::string_view line, Structure& found) {
  std::string left;
  while (!line.empty()) {
    if (line.starts_with('\\') && line.size() > 1) {  // an escaped sign
      line.remove_prefix(2);
      continue;
    }
    if (line.front() != '`') {
      const char c = line.front();
      const bool is_ascii = (c & 0x80) == 0;
      if (is_ascii && (!is_word_byte(c) || c == ':' || c == '-'))
        found.insert(std::string(1, c));
      line.remove_prefix(1);
      continue;
    }
    const std::string_view fence =
        take_while(line, [](char c) { return c == '`'; });
    std::string_view run;
    do {
      const std::size_t begin = line.find('`');
      must(begin != line.npos);  // code that does not close
      line.remove_prefix(begin);
      run = take_while(line, [](char c) { return c == '`'; });
    } while (run.size() != fence.size());
  }
}

std::size_t count_cells(std::string_view row) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '\\')
      ++i;
    else if (row[i] == '|')
      ++count;
  }
  return count;
}

void check_cell(std::string_view cell) {
  check_clean(cell, "");
  if (cell.empty()) return;
  constexpr std::string_view kFormula = "=+-@\t\r";
  const bool is_number =
      cell.size() > 1 && cell[0] == '-' && is_digit_byte(cell[1]);
  must(is_number || kFormula.find(cell[0]) == kFormula.npos);
}

}  // namespace

void check_structure(const Structure& text, const Structure& harmless) {
  for (const std::string& part : text) {
    if (harmless.count(part) > 0) continue;
    std::fprintf(stderr, "of the input, not of ours: %s\n", part.c_str());
    must(false);
  }
}

void check_clean(std::string_view text, std::string_view allowed) {
  while (!text.empty()) {
    if (text.front() >= ' ' && text.front() < '\x7f') {
      text.remove_prefix(1);
      continue;
    }
    const CodePoint c = first_code_point(text);
    must(c.valid);
    must(!is_control_or_hidden(c.value) ||
         allowed.find(text.front()) != allowed.npos);
    text.remove_prefix(c.length);
  }
}

void check_log_lines(std::string_view text) {
  must(text.find("##[") == text.npos && text.find("##vso[") == text.npos);
  while (!text.empty()) must(!take_line(text).starts_with("::"));
}

Structure read_markup(std::string_view text) {
  // Valid UTF-8, and no characters of XML: U+FFFE, U+FFFF.
  must(text.find("\xef\xbf\xbe") == text.npos);
  must(text.find("\xef\xbf\xbf") == text.npos);
  return MarkupReader(text).read();
}

Structure read_dot(std::string_view text) {
  Structure found;
  Brackets brackets;
  while (!text.empty()) {
    const char c = text.front();
    if (c == '"') {
      skip_quoted(text);
    } else if (is_name_byte(c) && !text.starts_with("->")) {
      const std::string_view word = take_while(text, is_name_byte);
      add_bare_word(word, text.starts_with('='), found);
    } else {
      brackets.see(c);
      found.insert(std::string(1, c));
      text.remove_prefix(text.starts_with("->") ? 2 : 1);
    }
  }
  must(brackets.all_closed());
  return found;
}

Structure read_mermaid(std::string_view text) {
  Structure found;
  Brackets brackets;
  while (!text.empty()) {
    const char c = text.front();
    must(c == '\n' || (c >= ' ' && c <= '~'));
    if (c == '"') {
      skip_quoted(text);
    } else if (is_word_byte(c)) {
      add_mermaid_word(take_while(text, is_word_byte), found);
    } else {
      brackets.see(c);
      found.insert(std::string(1, c));
      text.remove_prefix(1);
    }
  }
  must(brackets.all_closed());
  return found;
}

Structure read_markdown(std::string_view text) {
  Structure found;
  std::size_t cells = 0;  // of the table that the last line was part of
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    std::string_view rest = line;
    skip_blanks(rest);
    const std::string_view fence =
        take_while(rest, [](char c) { return c == '`'; });
    if (fence.size() >= 3 && rest.find('`') == rest.npos) {
      bool closed = false;
      while (!closed) {
        must(!text.empty());
        std::string_view inside = take_line(text);
        skip_blanks(inside);
        closed = inside.starts_with(fence) &&
                 inside.find_first_not_of('`') == inside.npos;
      }
      cells = 0;
      continue;
    }
    const std::size_t count = line.starts_with('|') ? count_cells(line) : 0;
    must(cells == 0 || count == 0 || count == cells);
    cells = count;
    add_signs(line, found);
  }
  return found;
}

void check_csv(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) {
    std::size_t cells = 0;
    for (bool row_ends = false; !row_ends; ++cells) {
      std::string cell;
      if (text.starts_with('"')) {
        text.remove_prefix(1);
        while (!text.starts_with('"') || text.starts_with("\"\"")) {
          must(!text.empty());
          cell += text.front();
          text.remove_prefix(text.front() == '"' ? 2 : 1);
        }
        text.remove_prefix(1);
      } else {
        const std::size_t end = text.find_first_of(",\r\n\"");
        must(end != text.npos && text[end] != '"');
        cell = text.substr(0, end);
        text.remove_prefix(end);
      }
      check_cell(cell);
      row_ends = text.starts_with("\r\n");
      must(row_ends || text.starts_with(','));
      text.remove_prefix(row_ends ? 2 : 1);
    }
    must(columns == 0 || cells == columns);
    columns = cells;
  }
  must(columns > 0);
}

void check_json(std::string_view text) {
  check_clean(text, "\n\t");
  must(nlohmann::json::accept(text));
}

void check_json_lines(std::string_view text) {
  must(text.empty() || text.ends_with('\n'));
  while (!text.empty()) check_json(take_line(text));
}

std::string valid_utf8(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    out += c.valid ? text.substr(0, c.length) : "\xef\xbf\xbd";
    text.remove_prefix(c.length);
  }
  return out;
}

}  // namespace modgraph::fuzz
