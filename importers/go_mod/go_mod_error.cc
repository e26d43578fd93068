#include "importers/go_mod/go_mod_error.h"

#include <fmt/core.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "engine/base/printable.h"
#include "engine/base/utf8.h"

namespace modgraph {
namespace {

bool is_conflict_marker(std::string_view line) {
  return line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") ||
         line.starts_with("||||||| ") || line == "=======";
}

}  // namespace

Error go_mod_error(const NamedText& source, std::size_t byte,
                   std::uint32_t line, GoModComplaint complaint) {
  Error error =
      input_error({std::string(source.file), static_cast<int>(line),
                   column_of(source.text, byte)},
                  std::move(complaint.message), std::move(complaint.hint));
  error.excerpt = line_at(source.text, byte);
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
  errors.push_back(
      limit_error(SourcePosition{errors.front().where.file},
                  fmt::format("more than {} errors; the others are not shown",
                              kMaxGoModErrors)));
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
