#include "exporters/json_text.h"

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "engine/base/utf8.h"

namespace modgraph {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

// Bytes that stand for themselves: printable ASCII but quote and backslash.
bool is_plain(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u >= 0x20 && u < 0x7f && u != '"' && u != '\\';
}

// How many plain bytes `text` begins with. Eight at a time: a byte is odd when
// it is below 0x20, equal to one of three, or above 0x7f. A borrow from a
// neighbour may call a plain byte odd, never the other way round, and the
// single steps then decide.
std::size_t plain_prefix(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101u;
  constexpr std::uint64_t kHigh = 0x8080808080808080u;
  const auto zero_byte = [](std::uint64_t word) { return word - kOnes; };
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    const std::uint64_t odd =
        word | (word - kOnes * 0x20) | zero_byte(word ^ kOnes * '"') |
        zero_byte(word ^ kOnes * '\\') | zero_byte(word ^ kOnes * 0x7f);
    if ((odd & kHigh) != 0) break;
  }
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

void append_escaped(std::string& out, const CodePoint& c,
                    std::string_view bytes) {
  switch (c.value) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (c.value < 0x20 || c.value == 0x7f) {
    out += "\\u00";
    out += kHex[c.value >> 4];
    out += kHex[c.value & 15];
  } else if (!c.valid) {
    out += "\xef\xbf\xbd";
  } else {
    out += bytes;
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    const std::size_t length = plain_prefix(text);
    out += text.substr(0, length);
    text.remove_prefix(length);
    if (text.empty()) break;
    const CodePoint c = first_code_point(text);
    append_escaped(out, c, text.substr(0, c.length));
    text.remove_prefix(c.length);
  }
  out += '"';
}

void put_json_string(Sink& out, std::string_view text) {
  if (plain_prefix(text) == text.size()) {
    out.put('"');
    out.put(text);
    out.put('"');
    return;
  }
  std::string quoted;
  append_json_string(quoted, text);
  out.put(quoted);
}

}  // namespace modgraph
