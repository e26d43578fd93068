#include "engine/base/utf8.h"

#include <cstdint>

namespace modgraph {
namespace {

constexpr CodePoint kInvalid{0xfffd, 1, false};

}  // namespace

CodePoint first_code_point(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return static_cast<std::uint8_t>(text[i]);
  };
  const std::uint8_t lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  CodePoint out;
  // The second byte's range is what excludes overlong forms, surrogates and
  // values that are too large.
  std::uint8_t low = 0x80;
  std::uint8_t high = 0xbf;
  if (lead >= 0xc2 && lead <= 0xdf) {
    out = {lead & 0x1fu, 2, true};
  } else if (lead >= 0xe0 && lead <= 0xef) {
    out = {lead & 0x0fu, 3, true};
    if (lead == 0xe0) low = 0xa0;
    if (lead == 0xed) high = 0x9f;
  } else if (lead >= 0xf0 && lead <= 0xf4) {
    out = {lead & 0x07u, 4, true};
    if (lead == 0xf0) low = 0x90;
    if (lead == 0xf4) high = 0x8f;
  } else {
    return kInvalid;
  }
  if (text.size() < out.length || byte(1) < low || byte(1) > high)
    return kInvalid;
  for (std::size_t i = 1; i < out.length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return kInvalid;
    out.value = out.value << 6 | (byte(i) & 0x3fu);
  }
  return out;
}

std::size_t valid_utf8_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const CodePoint c = first_code_point(text.substr(at));
    if (!c.valid) break;
    at += c.length;
  }
  return at;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count)
    at += first_code_point(text.substr(at)).length;
  return count;
}

}  // namespace modgraph
