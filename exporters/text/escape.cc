#include "exporters/text/escape.h"

#include <algorithm>

#include <cstddef>

#include "engine/base/printable.h"
#include "engine/base/utf8.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace modgraph {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

// Bytes that stand for themselves: printable ASCII but quote and backslash.
bool is_plain(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u >= 0x20 && u < 0x7f && u != '"' && u != '\\';
}

#if defined(__SSE2__)
// A bit for each of sixteen bytes that is not plain.
int odd_bytes(const char* at) {
  const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  // As signed chars, non-ASCII bytes compare less than ' '.
  const __m128i odd =
      _mm_or_si128(_mm_or_si128(_mm_cmplt_epi8(block, _mm_set1_epi8(' ')),
                                _mm_cmpeq_epi8(block, _mm_set1_epi8(0x7f))),
                   _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('"')),
                                _mm_cmpeq_epi8(block, _mm_set1_epi8('\\'))));
  return _mm_movemask_epi8(odd);
}
#endif

// How many plain bytes `text` begins with: sixteen at a time where that is in
// the baseline of the processor. The last sixteen may be seen twice.
std::size_t plain_prefix(std::string_view text) {
  std::size_t at = 0;
#if defined(__SSE2__)
  constexpr std::size_t kBlock = 16;
  if (text.size() >= kBlock) {
    while (true) {
      if (const int odd = odd_bytes(text.data() + at); odd != 0)
        return at + static_cast<std::size_t>(
                        __builtin_ctz(static_cast<unsigned>(odd)));
      if (at + kBlock == text.size()) return text.size();
      at = std::min(at + kBlock, text.size() - kBlock);
    }
  }
#endif
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

void append_unit(std::string& out, char32_t unit) {
  out += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4)
    out += kHex[(unit >> shift) & 15];
}

// As UTF-16 has it: two units beyond U+FFFF.
void append_unicode_escape(std::string& out, char32_t c) {
  if (c < 0x10000) return append_unit(out, c);
  append_unit(out, 0xd800 + ((c - 0x10000) >> 10));
  append_unit(out, 0xdc00 + ((c - 0x10000) & 0x3ff));
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
  if (!c.valid) {
    out += "\xef\xbf\xbd";
  } else if (is_control_or_hidden(c.value)) {
    append_unicode_escape(out, c.value);
  } else {
    out += bytes;
  }
}

void append_characters(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = plain_prefix(text);
    out += text.substr(0, length);
    text.remove_prefix(length);
    if (text.empty()) break;
    const CodePoint c = first_code_point(text);
    append_escaped(out, c, text.substr(0, c.length));
    text.remove_prefix(c.length);
  }
}

}  // namespace

std::string xml_text(std::string_view text) {
  const std::string visible = printable(text);
  std::string out;
  out.reserve(visible.size());
  for (std::string_view rest = visible; !rest.empty();) {
    const CodePoint c = first_code_point(rest);
    switch (c.value) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += rest.substr(0, c.length);
    }
    rest.remove_prefix(c.length);
  }
  return out;
}

std::string csv_cell(std::string_view text) {
  std::string one_line(text);
  std::replace(one_line.begin(), one_line.end(), '\n', ' ');
  std::string cell = printable(one_line);
  if (!cell.empty() &&
      std::string_view("=+-@").find(cell[0]) != std::string_view::npos)
    cell.insert(cell.begin(), '\'');
  if (cell.find_first_of(",\"'") == std::string::npos) return cell;
  std::string out = "\"";
  for (const char c : cell)
    out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + "\"";
}

bool is_plain_json(std::string_view text) {
  return plain_prefix(text) == text.size();
}

void put_json_characters(Sink& out, std::string_view text) {
  if (is_plain_json(text)) {
    out.put(text);
    return;
  }
  std::string escaped;
  append_characters(escaped, text);
  out.put(escaped);
}

void put_json_string(Sink& out, std::string_view text) {
  if (is_plain_json(text)) {
    char* const to = out.room(text.size() + 2);
    *to = '"';
    *std::copy(text.begin(), text.end(), to + 1) = '"';
    out.wrote(text.size() + 2);
    return;
  }
  out.put('"');
  put_json_characters(out, text);
  out.put('"');
}

}  // namespace modgraph
