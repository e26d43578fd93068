#include "exporters/json_text.h"

#include <algorithm>

#include "engine/base/utf8.h"

namespace modgraph {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

// Bytes that stand for themselves: printable ASCII but quote and backslash.
bool is_plain(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u >= 0x20 && u < 0x7f && u != '"' && u != '\\';
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
    const auto plain = std::find_if_not(text.begin(), text.end(), is_plain);
    const auto length = static_cast<std::size_t>(plain - text.begin());
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
  std::string quoted;
  append_json_string(quoted, text);
  out.put(quoted);
}

}  // namespace modgraph
