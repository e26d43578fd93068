#include "engine/base/shell_word.h"

#include <algorithm>

namespace modgraph {
namespace {

bool is_plain(char c) {
  constexpr std::string_view kPlain = "@%_-+=:,./";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || kPlain.find(c) != std::string_view::npos;
}

}  // namespace

std::string shell_word(std::string_view text) {
  if (!text.empty() && std::all_of(text.begin(), text.end(), is_plain))
    return std::string(text);
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'')
      out += "'\\''";  // closes, adds a quote, opens again
    else
      out += c;
  }
  return out + "'";
}

}  // namespace modgraph
