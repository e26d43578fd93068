#include "exporters/pictures/mermaid_text.h"

#include <fmt/core.h>

#include "engine/base/printable.h"
#include "engine/base/utf8.h"

namespace modgraph {
namespace {

bool is_letter(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_word(char32_t c) { return is_letter(c) || (c >= '0' && c <= '9'); }

// Whether what was written ends in "www", which makes the next full stop one
// of a link.
bool after_www(std::string_view before) {
  if (before.size() < 3) return false;
  for (const char c : before.substr(before.size() - 3))
    if (c != 'w' && c != 'W') return false;
  return true;
}

// A sign that is only ever text where it stands: full stops and hyphens between
// two letters or digits, since at the ends of words they can start a list, a
// rule or an arrow; single blanks inside.
bool is_inert(char32_t c, std::string_view before, std::string_view after) {
  if (c == '/') return true;
  if (before.empty() || after.empty()) return false;
  if (c == ' ') return before.back() != ' ' && after.front() != ' ';
  if (c != '-' && (c != '.' || after_www(before))) return false;
  return is_word(static_cast<unsigned char>(before.back())) &&
         is_word(static_cast<unsigned char>(after.front()));
}

// What Markdown in labels reads even where it was an entity code: renderers
// resolve those first. A word joiner, which has no width, parts what would be
// read as one: parts of addresses, schemes, links, names of icons, numbers of
// lists.
bool needs_joiner(char32_t c, std::string_view before, std::string_view after) {
  if (before.empty())
    return std::u32string_view(U"0123456789-+#>=|").find(c) !=
           std::u32string_view::npos;
  if (c == '@') return true;
  if (before.back() == ']') return c == '(' || c == '[' || c == ':';
  if (c == ':') return !after.starts_with(' ');
  return c == '.' && after_www(before);
}

// Blanks without width keep it from being emphasis.
bool needs_room(char32_t c, std::string_view before, std::string_view after) {
  if (c == '~') return true;
  return c == '_' && !(!before.empty() && !after.empty() &&
                       is_word(static_cast<unsigned char>(before.back())) &&
                       is_word(static_cast<unsigned char>(after.front())));
}

constexpr std::string_view kJoiner = "#8288;";
constexpr std::string_view kNarrowBlank = "#65279;";

// One code point of a label.
std::string label_piece(char32_t c, std::string_view before,
                        std::string_view after) {
  // Nothing parts these from their meaning (code, emphasis, formulas), and no
  // module path has them.
  if (c == '`') return "#92;x60";
  if (c == '*') return "#92;x2a";
  if (c == '$') return "#92;x24";
  std::string out(needs_joiner(c, before, after) ? kJoiner : "");
  if (is_word(c) || is_inert(c, before, after))
    return out + static_cast<char>(c);
  const std::string_view room =
      needs_room(c, before, after) ? kNarrowBlank : "";
  out.append(room);
  out += fmt::format("#{};", static_cast<std::uint32_t>(c));
  return out.append(room);
}

}  // namespace

std::string mermaid_label(std::string_view text) {
  const std::string visible = printable(text);
  const std::string_view whole = visible;
  std::string out;
  for (std::size_t at = 0; at < whole.size();) {
    const CodePoint c = first_code_point(whole.substr(at));
    const std::size_t next = at + c.length;
    out += label_piece(c.value, whole.substr(0, at), whole.substr(next));
    at = next;
  }
  return out;
}

std::string mermaid_title(std::string_view text) {
  std::string out = "\"";
  const std::string visible = printable(text);
  for (std::string_view rest = visible; !rest.empty();) {
    const CodePoint c = first_code_point(rest);
    if (is_word(c.value) || std::u32string_view(U" ./-,()").find(c.value) !=
                                std::u32string_view::npos)
      out += static_cast<char>(c.value);
    else
      out += fmt::format("\\U{:08x}", static_cast<std::uint32_t>(c.value));
    rest.remove_prefix(c.length);
  }
  return out + '"';
}

}  // namespace modgraph
