#include "importers/text_position.h"

#include <algorithm>
#include <utility>

#include "engine/base/utf8.h"

namespace modgraph {
namespace {

std::size_t line_begin(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  return text.rfind('\n', at - 1) + 1;  // npos + 1 is 0
}

}  // namespace

int LineCounter::line_of(std::size_t at) {
  const std::string_view passed = text_.substr(counted_, at - counted_);
  line_ += static_cast<int>(std::count(passed.begin(), passed.end(), '\n'));
  counted_ = at;
  return line_;
}

std::string_view line_at(std::string_view text, std::size_t at) {
  const std::size_t begin = line_begin(text, at);
  std::string_view line = text.substr(begin, text.find('\n', at) - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

int column_of(std::string_view text, std::size_t at) {
  const std::size_t begin = line_begin(text, at);
  return 1 +
         static_cast<int>(count_code_points(text.substr(begin, at - begin)));
}

Error error_at(const NamedText& source, std::size_t at, int line,
               ErrorKind kind, std::string message, std::string hint) {
  // One line may be the whole text; a caret far to the right helps nobody.
  constexpr std::size_t kLongestExcerpt = 500;
  const std::string_view excerpt = line_at(source.text, at);
  Error error =
      input_error({std::string(source.file), line, column_of(source.text, at)},
                  std::move(message), std::move(hint));
  error.kind = kind;
  if (excerpt.size() <= kLongestExcerpt) error.excerpt = excerpt;
  return error;
}

}  // namespace modgraph
