#include "exporters/text/xml_text.h"

#include "engine/base/printable.h"
#include "engine/base/utf8.h"

namespace modgraph {
namespace {

// U+FFFE and U+FFFF are valid UTF-8 and no XML characters.
bool is_noncharacter(char32_t c) { return (c & 0xfffe) == 0xfffe; }

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
        if (is_noncharacter(c.value))
          out += "\xef\xbf\xbd";
        else
          out += rest.substr(0, c.length);
    }
    rest.remove_prefix(c.length);
  }
  return out;
}

}  // namespace modgraph
