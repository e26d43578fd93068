#include "engine/base/printable.h"

#include <algorithm>
#include <array>

#include "engine/base/utf8.h"

namespace modgraph {
namespace {

constexpr std::string_view kHex = "0123456789abcdef";

struct HiddenRange {
  char32_t first;
  char32_t last;
};

// Characters that change how their neighbours look (Unicode Cf and the line
// separators): bidirectional controls, zero-width ones, tags, the byte order
// mark, interlinear annotation.
constexpr std::array kHidden = {
    HiddenRange{0x00ad, 0x00ad},   HiddenRange{0x034f, 0x034f},
    HiddenRange{0x061c, 0x061c},   HiddenRange{0x115f, 0x1160},
    HiddenRange{0x17b4, 0x17b5},   HiddenRange{0x180b, 0x180f},
    HiddenRange{0x200b, 0x200f},   HiddenRange{0x2028, 0x202e},
    HiddenRange{0x2060, 0x206f},   HiddenRange{0x3164, 0x3164},
    HiddenRange{0xfe00, 0xfe0f},   HiddenRange{0xfeff, 0xfeff},
    HiddenRange{0xffa0, 0xffa0},   HiddenRange{0xfff9, 0xfffb},
    HiddenRange{0xe0000, 0xe0fff},
};

// U+FFFE, U+FFFF, the last two of each plane and a block of the first: valid
// UTF-8, never a character, and no part of an XML text.
bool is_noncharacter(char32_t c) {
  return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

bool is_hidden(char32_t c) {
  if (is_noncharacter(c)) return true;
  return std::any_of(kHidden.begin(), kHidden.end(), [c](const HiddenRange& r) {
    return c >= r.first && c <= r.last;
  });
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7f && c < 0xa0); }

// Runners skip blanks before "::", and look for the others in the whole line.
bool begins_command(std::string_view before, std::string_view text) {
  if (text[0] == '#') return begins_log_command(text);
  return text.starts_with("::") &&
         before.find_first_not_of(' ') == std::string_view::npos;
}

void append_byte(std::string& out, unsigned char byte) {
  out += "\\x";
  out += kHex[byte >> 4];
  out += kHex[byte & 15];
}

void append_code_point(std::string& out, char32_t c) {
  out += "\\u{";
  int shift = 20;
  while (shift > 0 && (c >> shift) == 0) shift -= 4;
  for (; shift >= 0; shift -= 4) out += kHex[(c >> shift) & 15];
  out += '}';
}

}  // namespace

bool begins_log_command(std::string_view text) {
  return text.starts_with("##[") || text.starts_with("##vso[");
}

bool is_control_or_hidden(char32_t c) { return is_control(c) || is_hidden(c); }

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    if (!c.valid)
      append_byte(out, static_cast<unsigned char>(text[0]));
    else if (is_control(c.value) || begins_command(out, text))
      append_byte(out, static_cast<unsigned char>(c.value));
    else if (is_hidden(c.value))
      append_code_point(out, c.value);
    else
      out += text.substr(0, c.length);
    text.remove_prefix(c.length);
  }
  return out;
}

}  // namespace modgraph
