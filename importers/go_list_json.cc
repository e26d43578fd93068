#include "importers/go_list_json.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/model/module_path.h"
#include "engine/model/version.h"
#include "importers/go_list_object.h"
#include "importers/json_fault.h"

namespace modgraph {
namespace {

constexpr std::string_view kWriteAgain =
    "write it again with `go list -m -json all > list.json`";

std::string_view line_at(std::string_view text, std::size_t at) {
  const std::size_t begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
  std::string_view line = text.substr(begin, text.find('\n', at) - begin);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Counts lines up to places that only move forward.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}

  int line_of(std::size_t at) {
    line_ += static_cast<int>(
        std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_),
                   text_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    counted_ = at;
    return line_;
  }

 private:
  std::string_view text_;
  std::size_t counted_ = 0;
  int line_ = 1;
};

struct Source {
  std::string_view file;
  std::string_view text;
};

Error error_at(const Source& source, int line, GoListFault fault) {
  // One line may be the whole stream; a caret far to the right helps nobody.
  constexpr std::size_t kLongestExcerpt = 500;
  const std::string_view excerpt = line_at(source.text, fault.at);
  const std::size_t before =
      fault.at - static_cast<std::size_t>(excerpt.data() - source.text.data());
  const std::size_t column =
      count_code_points(source.text.substr(fault.at - before, before)) + 1;
  return {fault.kind,
          std::move(fault.message),
          {std::string(source.file), line, static_cast<int>(column)},
          excerpt.size() > kLongestExcerpt ? "" : std::string(excerpt),
          std::move(fault.hint)};
}

// A module path and what follows it on a line, if that is what it looks like.
bool is_module_and(std::string_view line, std::string_view mark) {
  const std::size_t space = std::min(line.find(' '), line.size());
  const std::string_view path = line.substr(0, std::min(space, line.find('@')));
  if (check_import_path(path)) return false;
  if (space == line.size()) return mark.empty() && path.find('.') != path.npos;
  return !mark.empty() && line.find(mark, space) != std::string_view::npos;
}

// What stands where an object should begin. People hand over the wrong file, or
// one with messages in it: most of these can be told.
GoListFault no_object(std::string_view text, std::size_t at) {
  const std::string_view line = line_at(text, at);
  const std::string_view rest =
      line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
  const char first = text[at];
  if (first == '[' || first == ']' || first == ',')
    return {at,
            "this is a JSON list, where `go list -m -json` writes one "
            "object after the other",
            "hand over the output of `go list -m -json all` as it is"};
  if (rest.starts_with("go: ") || rest.starts_with("go list ") ||
      rest.starts_with("warning: "))
    return {at, "a message of the go command stands among the objects",
            "write only its standard output to the file: `go list -m -json "
            "all > list.json`"};
  if (rest.starts_with("module ") || rest.starts_with("require "))
    return {at, "this is a go.mod file, not the output of `go list -m -json`",
            "name it with --mod"};
  if (is_module_and(rest, "@"))
    return {at, "this is the output of `go mod graph`, not of `go list`",
            "name it with --graph"};
  if (is_module_and(rest, " v") || is_module_and(rest, ""))
    return {at, "this is the output of `go list -m` without -json",
            "run `go list -m -json all`"};
  return {at, "'{' is expected here, where the next object begins",
          std::string(kWriteAgain)};
}

// An object that is JSON, but not of a module that a build can have.
std::optional<GoListFault> wrong_module(const GoListObject& object,
                                        std::size_t at) {
  const ModuleInfo& facts = object.facts;
  if (facts.path.empty())
    return GoListFault{at, "this object names no module: it has no Path",
                       std::string(kWriteAgain)};
  if (auto why = check_import_path(facts.path))
    return GoListFault{
        object.path_at,
        fmt::format("'{}' is not a module path: {}", facts.path, *why),
        std::string(kWriteAgain)};
  if (facts.main) return std::nullopt;
  if (facts.version.empty() && !facts.error.empty())
    return GoListFault{at,
                       fmt::format("the go command could not list '{}': {}",
                                   facts.path, facts.error),
                       "mend that, then write the list again"};
  if (facts.version.empty())
    return GoListFault{
        at,
        fmt::format("'{}' has no Version and is not a main module", facts.path),
        "run `go list -m -json all` in the folder of the main module"};
  const ModuleKind kind = module_kind(facts.path);
  const bool valid = kind == ModuleKind::kModule ? is_semver(facts.version)
                     : kind == ModuleKind::kGo   ? is_go_version(facts.version)
                                                 : true;
  if (valid || !facts.error.empty()) return std::nullopt;
  return GoListFault{object.version_at,
                     fmt::format("'{}' is not a version", facts.version),
                     std::string(kWriteAgain)};
}

}  // namespace

Result<std::vector<ModuleInfo>> parse_go_list(std::string_view file,
                                              std::string_view text) {
  constexpr std::size_t kMaxErrors = 20;
  const Source source{file, text};
  const auto whole_text_fails = [&](std::string message, std::string hint) {
    return fail({ErrorKind::kInput,
                 std::move(message),
                 {std::string(file), 1, 1},
                 {},
                 std::move(hint)});
  };
  if (is_utf16(text))
    return whole_text_fails(
        "this text is UTF-16, not UTF-8",
        "in PowerShell: go list -m -json all | Out-File -Encoding utf8 "
        "list.json");

  std::vector<ModuleInfo> modules;
  Errors errors;
  LineCounter lines(text);
  std::size_t at = byte_order_mark(text);
  while ((at = skip_json_space(text, at)) < text.size()) {
    const int line = lines.line_of(at);
    if (text[at] != '{') {
      errors.push_back(error_at(source, line, no_object(text, at)));
      break;
    }
    auto object = read_go_list_object(text, at, line);
    if (!object) {
      const std::size_t place = object.error().at;
      errors.push_back(
          error_at(source, lines.line_of(place), std::move(object.error())));
      break;
    }
    if (auto fault = wrong_module(*object, at)) {
      const std::size_t place = fault->at;
      errors.push_back(
          error_at(source, lines.line_of(place), std::move(*fault)));
      if (errors.size() == kMaxErrors) break;
    }
    modules.push_back(std::move(object->facts));
    at = object->end;
  }
  if (!errors.empty()) return fail(std::move(errors));
  if (modules.empty())
    return whole_text_fails("there is no module in this list",
                            std::string(kWriteAgain));
  return modules;
}

}  // namespace modgraph
