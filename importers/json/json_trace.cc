#include "importers/json/json_trace.h"

#include <fmt/core.h>

#include <algorithm>

#include "engine/base/utf8.h"

namespace modgraph {
namespace {

constexpr std::string_view kSpace = " \t\r\n";

bool is_word_character(char c) {
  return ('0' <= c && c <= '9') || ('A' <= c && c <= 'Z') ||
         ('a' <= c && c <= 'z') || c == '_' || c == '-' || c == '+' || c == '.';
}

// The word at a place, or the one character.
std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_word_character(text[end])) ++end;
  if (end == at) end += first_code_point(text.substr(at)).length;
  return text.substr(at, end - at);
}

// For a message: quoted, and not too long.
std::string quoted_word(std::string_view word) {
  constexpr std::size_t kLongest = 30;
  return fmt::format("'{}'", word.substr(0, kLongest));
}

// Four hexadecimal digits; -1 if there are fewer.
int hex_quad(std::string_view text, std::size_t at) {
  int value = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    const char c = i < text.size() ? text[i] : '\0';
    const int digit = '0' <= c && c <= '9'   ? c - '0'
                      : 'a' <= c && c <= 'f' ? c - 'a' + 10
                      : 'A' <= c && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

// What is wrong with the escape sequence at `at`; "" when nothing is, and then
// `at` moves past it.
std::string escape_fault(std::string_view text, std::size_t& at) {
  constexpr std::string_view kSimple = "\"\\/bfnrt";
  const char c = at + 1 < text.size() ? text[at + 1] : '\0';
  if (kSimple.find(c) != std::string_view::npos) {
    at += 2;
    return {};
  }
  if (c != 'u') return "a backslash in a string begins no escape of JSON";
  const int value = hex_quad(text, at + 2);
  if (value < 0) return "'\\u' is not followed by four hexadecimal digits";
  if (0xdc00 <= value && value < 0xe000)
    return "a surrogate pair has no first half";
  const bool first_half = 0xd800 <= value && value < 0xdc00;
  if (first_half) {
    const bool escape = text.substr(at + 6).starts_with("\\u");
    const int second = escape ? hex_quad(text, at + 8) : -1;
    if (second < 0xdc00 || second >= 0xe000)
      return "a surrogate pair has no second half";
  }
  at += first_half ? 12 : 6;
  return {};
}

// What is wrong with the byte at `at` of a text in quotes; "" when nothing is,
// and then `at` moves past it.
std::string character_fault(std::string_view text, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte == '\\') return escape_fault(text, at);
  if (byte == '\n' || byte == '\r')
    return "a string has no closing quote on its line";
  if (byte < 0x20)
    return fmt::format("a string has the control character U+{:04X}",
                       static_cast<unsigned>(byte));
  const CodePoint c = first_code_point(text.substr(at));
  if (!c.valid) return "a string is not valid UTF-8";
  at += c.length;
  return {};
}

JsonFault text_fault(std::string_view text, std::size_t quote) {
  std::size_t at = quote + 1;
  while (at < text.size() && text[at] != '"') {
    std::string message = character_fault(text, at);
    if (message.empty()) continue;
    // If no quote follows, the text ends before the string does, whatever is
    // wrong with its last characters.
    if (text.find('"', at + 1) == std::string_view::npos) break;
    return {at, std::move(message)};
  }
  if (at < text.size() && text[at] == '"') return {quote, "this is not JSON"};
  return {text.size(), {}};
}

JsonFault value_fault(std::string_view text, std::size_t at) {
  at = skip_json_space(text, at);
  if (at == text.size()) return {at, {}};
  const char c = text[at];
  if (c == '"') return text_fault(text, at);
  const std::string_view word = word_at(text, at);
  if (is_word_character(c) && at + word.size() == text.size())
    return {text.size(), {}};
  if (c == '-' || ('0' <= c && c <= '9'))
    return {at, fmt::format("the number {} is malformed or too large",
                            quoted_word(word))};
  if (is_word_character(c))
    return {at,
            fmt::format("the word {} is not a JSON value", quoted_word(word))};
  return {at,
          fmt::format("a value is expected here, not {}", quoted_word(word))};
}

JsonFault name_fault(std::string_view text, std::size_t at) {
  at = skip_json_space(text, at);
  if (at == text.size()) return {at, {}};
  if (text[at] == '"') return text_fault(text, at);
  return {at, fmt::format("a field name in quotes is expected here, not {}",
                          quoted_word(word_at(text, at)))};
}

}  // namespace

std::size_t skip_json_space(std::string_view text, std::size_t from) {
  return std::min(text.find_first_not_of(kSpace, from), text.size());
}

JsonFault json_fault(std::string_view text, std::size_t from, JsonPlace place) {
  const std::size_t at = skip_json_space(text, from);
  if (at == text.size()) return {at, {}};
  const auto expected = [&](std::string_view what) {
    return JsonFault{at, fmt::format("{} is expected here, not {}", what,
                                     quoted_word(word_at(text, at)))};
  };
  switch (place) {
    case JsonPlace::kFieldName:
      return name_fault(text, at);
    case JsonPlace::kFieldValue:
      if (text[at] != ':') return expected("':'");
      return value_fault(text, at + 1);
    case JsonPlace::kAfterField:
      if (text[at] != ',') return expected("',' or '}'");
      return name_fault(text, at + 1);
    case JsonPlace::kElement:
      return value_fault(text, at);
    case JsonPlace::kAfterElement:
      if (text[at] != ',') return expected("',' or ']'");
      return value_fault(text, at + 1);
  }
  return {at, "this is not JSON"};
}

bool is_utf16(std::string_view text) {
  return text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff");
}

std::size_t byte_order_mark(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
  return text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
}

}  // namespace modgraph
