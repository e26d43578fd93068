#include "importers/json/text_position.h"

#include <algorithm>
#include <utility>

#include "engine/base/utf8.h"

namespace modgraph {

int line_of(std::string_view text, std::size_t at) {
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(at);
  return static_cast<int>(std::count(text.begin(), end, '\n')) + 1;
}

Error error_at(std::string_view file, std::string_view text, std::size_t at,
               ErrorKind kind, std::string message, std::string hint) {
  // One line may be the whole text; a caret far to the right helps nobody.
  constexpr std::size_t kLongestExcerpt = 500;
  const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  std::string_view line = text.substr(begin, text.find('\n', at) - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  const std::size_t column =
      count_code_points(text.substr(begin, at - begin)) + 1;
  return {kind,
          std::move(message),
          {std::string(file), line_of(text, at), static_cast<int>(column)},
          line.size() > kLongestExcerpt ? "" : std::string(line),
          std::move(hint)};
}

}  // namespace modgraph
