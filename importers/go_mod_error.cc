#include "importers/go_mod_error.h"

#include <fmt/core.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/base/printable.h"
#include "engine/base/utf8.h"

namespace modgraph {
namespace {

std::size_t line_begin(std::string_view text, std::size_t byte) {
  if (byte == 0) return 0;
  return text.rfind('\n', byte - 1) + 1;  // npos + 1 is 0
}

// The line without its end.
std::string_view line_at(std::string_view text, std::size_t byte) {
  const std::size_t begin = line_begin(text, byte);
  std::string_view line = text.substr(begin, text.find('\n', byte) - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_conflict_marker(std::string_view line) {
  return line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") ||
         line.starts_with("||||||| ") || line == "=======";
}

}  // namespace

int column_of(std::string_view text, std::size_t byte) {
  const std::size_t begin = line_begin(text, byte);
  return 1 +
         static_cast<int>(count_code_points(text.substr(begin, byte - begin)));
}

GoModComplaint complaint_about(GoModFault fault, std::string_view text) {
  switch (fault) {
    case GoModFault::kByteOrderMark:
      return {"unexpected byte order mark (U+FEFF)",
              "save the file as UTF-8 without a byte order mark"};
    case GoModFault::kBlockComment:
    case GoModFault::kOpenBlockComment:
      return {"a comment begins with //; there are no /* */ comments here"};
    case GoModFault::kNewlineInString:
      return {"unexpected newline: the string is not closed",
              "a string ends on its own line"};
    case GoModFault::kEndInString:
      return {"unexpected end of file: the string is not closed"};
    case GoModFault::kCharacter:
    case GoModFault::kNone:
      break;
  }
  return {
      fmt::format("unexpected character U+{:04X}",
                  static_cast<std::uint32_t>(first_code_point(text).value))};
}

Error go_mod_error(const GoModSource& source, std::size_t byte,
                   std::uint32_t line, GoModComplaint complaint) {
  Error error;
  error.message = std::move(complaint.message);
  error.where = {std::string(source.file), static_cast<int>(line),
                 column_of(source.text, byte)};
  error.excerpt = std::string(line_at(source.text, byte));
  error.hint = std::move(complaint.hint);
  // Whatever is wrong with such a line, this is why.
  if (is_conflict_marker(error.excerpt))
    error.hint = "a merge conflict is not resolved here";
  return error;
}

void add_error(Errors& errors, Error error) {
  if (errors.size() <= kMaxGoModErrors) errors.push_back(std::move(error));
}

Errors in_file_order(Errors errors) {
  std::stable_sort(errors.begin(), errors.end(),
                   [](const Error& a, const Error& b) {
                     return std::tie(a.where.line, a.where.column) <
                            std::tie(b.where.line, b.where.column);
                   });
  if (errors.size() <= kMaxGoModErrors) return errors;
  errors.resize(kMaxGoModErrors);
  Error rest;
  rest.kind = ErrorKind::kLimit;
  rest.message = fmt::format("more than {} errors; the others are not shown",
                             kMaxGoModErrors);
  rest.where.file = errors.front().where.file;
  errors.push_back(std::move(rest));
  return errors;
}

std::string quoted(std::string_view text) {
  constexpr int kMaxCharacters = 100;
  std::size_t end = 0;
  for (int shown = 0; end < text.size(); ++shown) {
    if (shown == kMaxCharacters)
      return fmt::format("'{}...'", printable(text.substr(0, end)));
    end += first_code_point(text.substr(end)).length;
  }
  return fmt::format("'{}'", printable(text));
}

}  // namespace modgraph
