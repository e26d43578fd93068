#include "exporters/go_output/go_json.h"

#include <fmt/core.h>

#include <cstdint>

#include "engine/base/utf8.h"

namespace modgraph {

std::string go_json_string(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    const CodePoint character = first_code_point(text);
    const auto value = static_cast<std::uint32_t>(character.value);
    constexpr std::string_view kNamed = "\"\\\b\f\n\r\t";
    constexpr std::string_view kNames = "\"\\bfnrt";
    const std::size_t named = value < 0x80
                                  ? kNamed.find(static_cast<char>(value))
                                  : std::string_view::npos;
    if (named != std::string_view::npos)
      out += {'\\', kNames[named]};
    else if (value < 0x20 || value == '<' || value == '>' || value == '&' ||
             value == 0x2028 || value == 0x2029 || !character.valid)
      out += fmt::format("\\u{:04x}", value);
    else
      out += text.substr(0, character.length);
    text.remove_prefix(character.length);
  }
  out += '"';
  return out;
}

}  // namespace modgraph
