// Tested by tests/engine/base/go_quote_test.cc.

#include "engine/base/go_quote.h"

#include <array>
#include <cstddef>

#include "engine/base/unicode.h"
#include "engine/base/utf8.h"

namespace modgraph {
namespace {

// `digits` hexadecimal digits of a number.
void append_hex(std::string& out, char32_t value, int digits) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
    out += kDigits[value >> shift & 0xf];
}

void append_escape(std::string& out, char32_t value) {
  constexpr std::string_view kNamed = "\a\b\f\n\r\t\v";
  constexpr std::string_view kNames = "abfnrtv";
  out += '\\';
  if (const std::size_t at = value < 0x80
                                 ? kNamed.find(static_cast<char>(value))
                                 : std::string_view::npos;
      at != std::string_view::npos) {
    out += kNames[at];
  } else if (value < 0x80) {
    out += 'x';
    append_hex(out, value, 2);
  } else if (value < 0x10000) {
    out += 'u';
    append_hex(out, value, 4);
  } else {
    out += 'U';
    append_hex(out, value, 8);
  }
}

}  // namespace

std::string quote_go_string(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    const CodePoint next = first_code_point(text);
    if (!next.valid) {
      out += "\\x";
      append_hex(out, static_cast<unsigned char>(text.front()), 2);
    } else if (next.value == '"' || next.value == '\\') {
      out += {'\\', text.front()};
    } else if (is_printable(next.value)) {
      out += text.substr(0, next.length);
    } else {
      append_escape(out, next.value);
    }
    text.remove_prefix(next.length);
  }
  return out + '"';
}

bool must_quote_go_mod_word(std::string_view text) {
  if (text.empty()) return true;
  if (text.find("//") != std::string_view::npos) return true;
  if (text.find("/*") != std::string_view::npos) return true;
  const bool alone = text.size() == 1;
  while (!text.empty()) {
    const CodePoint next = first_code_point(text);
    switch (next.value) {
      case ' ':
      case '"':
      case '\'':
      case '`':
        return true;
      case '(':
      case ')':
      case '[':
      case ']':
      case '{':
      case '}':
      case ',':
        if (!alone) return true;
        break;
      default:
        if (!is_printable(next.value)) return true;
    }
    text.remove_prefix(next.length);
  }
  return false;
}

std::string go_mod_word(std::string_view text) {
  return must_quote_go_mod_word(text) ? quote_go_string(text)
                                      : std::string(text);
}

}  // namespace modgraph
