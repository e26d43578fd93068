#include "importers/go_mod/go_mod_directives.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/base/utf8.h"
#include "engine/model/decimal.h"

namespace modgraph {
namespace {

using Id = GoModDirectiveId;

constexpr std::array<GoModDirective, 11> kDirectives = {{
    // id, name, in_mod, in_work, in_block, in_dependency
    {Id::kModule, "module", true, false, true, true},
    {Id::kGo, "go", true, true, false, true},
    {Id::kToolchain, "toolchain", true, true, false, false},
    {Id::kGodebug, "godebug", true, true, true, false},
    {Id::kRequire, "require", true, false, true, true},
    {Id::kExclude, "exclude", true, false, true, false},
    {Id::kReplace, "replace", true, true, true, false},
    {Id::kRetract, "retract", true, false, true, true},
    {Id::kTool, "tool", true, false, true, false},
    {Id::kIgnore, "ignore", true, false, true, true},
    {Id::kUse, "use", false, true, true, false},
}};

}  // namespace

const GoModDirective* find_directive(std::string_view name) {
  const auto* const found = std::find_if(
      kDirectives.begin(), kDirectives.end(),
      [&](const GoModDirective& each) { return each.name == name; });
  return found == kDirectives.end() ? nullptr : found;
}

std::vector<std::string_view> directive_names(ManifestKind kind) {
  std::vector<std::string_view> names;
  for (const GoModDirective& each : kDirectives)
    if (kind == ManifestKind::kGoMod ? each.in_mod : each.in_work)
      names.push_back(each.name);
  return names;
}

namespace {

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

void append_utf8(std::string& out, char32_t character) {
  const auto low = [&](int shift) {
    return static_cast<char>(0x80 | (character >> shift & 0x3f));
  };
  if (character < 0x80) {
    out += static_cast<char>(character);
  } else if (character < 0x800) {
    out += static_cast<char>(0xc0 | character >> 6);
    out += low(0);
  } else if (character < 0x10000) {
    out += static_cast<char>(0xe0 | character >> 12);
    out += low(6);
    out += low(0);
  } else {
    out += static_cast<char>(0xf0 | character >> 18);
    out += low(12);
    out += low(6);
    out += low(0);
  }
}

// `count` digits of a number from the front of `text`, which are removed from
// it.
std::optional<char32_t> take_digits(std::string_view& text, std::size_t count,
                                    int base) {
  if (text.size() < count) return std::nullopt;
  char32_t value = 0;
  for (const char c : text.substr(0, count)) {
    const int digit = hex_value(c);
    if (digit < 0 || digit >= base) return std::nullopt;
    value = value * static_cast<char32_t>(base) + static_cast<char32_t>(digit);
  }
  text.remove_prefix(count);
  return value;
}

bool append_byte(std::string& out, std::optional<char32_t> value) {
  if (!value || *value > 0xff) return false;
  out += static_cast<char>(*value);
  return true;
}

bool append_character(std::string& out, std::optional<char32_t> value) {
  if (!value || *value > 0x10ffff) return false;
  if (*value >= 0xd800 && *value <= 0xdfff) return false;
  append_utf8(out, *value);
  return true;
}

// The escape at the front of `text`, after its backslash.
bool append_escape(std::string& out, std::string_view& text) {
  if (text.empty()) return false;
  const char c = text.front();
  if (c >= '0' && c <= '7') return append_byte(out, take_digits(text, 3, 8));
  text.remove_prefix(1);
  constexpr std::string_view kNames = "abfnrtv\\\"";
  constexpr std::string_view kValues = "\a\b\f\n\r\t\v\\\"";
  if (const std::size_t at = kNames.find(c); at != std::string_view::npos) {
    out += kValues[at];
    return true;
  }
  switch (c) {
    case 'x':
      return append_byte(out, take_digits(text, 2, 16));
    case 'u':
      return append_character(out, take_digits(text, 4, 16));
    case 'U':
      return append_character(out, take_digits(text, 8, 16));
    default:
      return false;
  }
}

// Length of a number without leading zeros at the start of `text`; 0 if none.
std::size_t number_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && is_digit(text[length])) ++length;
  return length > 1 && text.front() == '0' ? 0 : length;
}

// Length of MAJOR.MINOR at the start of `text`; 0 if there is none.
std::size_t language_length(std::string_view text) {
  const std::size_t major = number_length(text);
  if (major == 0 || text.front() == '0') return 0;
  if (major == text.size() || text[major] != '.') return 0;
  const std::size_t minor = number_length(text.substr(major + 1));
  return minor == 0 ? 0 : major + 1 + minor;
}

}  // namespace

std::optional<std::string> unquote_go_string(std::string_view literal) {
  if (literal.size() < 2 || literal.front() != '"' || literal.back() != '"')
    return std::nullopt;
  std::string_view rest = literal.substr(1, literal.size() - 2);
  std::string out;
  while (!rest.empty()) {
    const CodePoint next = first_code_point(rest);
    if (next.value == '"' || next.value == '\n') return std::nullopt;
    rest.remove_prefix(next.length);
    if (next.value != '\\')
      append_utf8(out, next.value);
    else if (!append_escape(out, rest))
      return std::nullopt;
  }
  return out;
}

bool is_go_line_version(std::string_view text) {
  const std::size_t language = language_length(text);
  if (language == 0) return false;
  text.remove_prefix(language);
  if (text.starts_with('.')) {
    const std::size_t patch = number_length(text.substr(1));
    if (patch == 0) return false;
    text.remove_prefix(1 + patch);
  }
  if (text.empty()) return true;
  const std::size_t kind = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz");
  if (kind == 0 || kind == std::string_view::npos) return false;
  return text.find_first_not_of("0123456789", kind) == std::string_view::npos;
}

std::string_view lax_go_line_version(std::string_view text) {
  if (text.starts_with('v')) text.remove_prefix(1);
  const std::size_t language = language_length(text);
  return language == text.size() ? std::string_view()
                                 : text.substr(0, language);
}

bool is_toolchain_line_name(std::string_view text) {
  return text == "default" || text == "go1" || text.starts_with("go1.");
}

bool is_directory_path(std::string_view path) {
  if (path == "." || path == "..") return true;
  for (const std::string_view start : {"./", ".\\", "../", "..\\", "/", "\\"})
    if (path.starts_with(start)) return true;
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  return path.size() >= 2 && is_letter(path[0]) && path[1] == ':';
}

}  // namespace modgraph
