#include "importers/go_mod_reader.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/model/module_path.h"
#include "engine/model/version.h"
#include "importers/go_mod_comments.h"
#include "importers/go_mod_words.h"

namespace modgraph {
namespace {

// For a directive that may stand once.
std::string repeated(const DirectiveLine& line, const SourceSpan& first) {
  return fmt::format("repeated {} directive; the first one is in line {}",
                     line.verb(), first.line);
}

// True when the directive has exactly one argument.
bool takes_one(GoModReader& reader, const DirectiveLine& line,
               std::string_view what) {
  if (line.words.size() == 1) return true;
  complain(reader, line.start,
           {fmt::format("the {} directive takes exactly one argument, {}",
                        line.verb(), what)});
  return false;
}

void read_module(GoModReader& reader, const DirectiveLine& line) {
  std::optional<ModuleDirective>& module = reader.out.module;
  if (module)
    return complain(reader, line.start, {repeated(line, module->where)});
  // Set even when the path is wrong: a second line is then a repetition.
  module.emplace();
  module->where = span_of(reader, line);
  const std::string comment =
      directive_comment(reader.syntax, *line.line, line.head);
  module->deprecated = deprecation(comment);
  if (!takes_one(reader, line, "the module path")) return;
  if (auto path = read_text(reader, line.words[0]))
    module->path = std::move(*path);
}

// The Go version that somebody meant who put quotes, a "v" or a "go" around it
// or left the "go" away.
std::string go_version_hint(std::string_view prefix, std::string_view word) {
  const std::size_t begin = word.find_first_of("0123456789");
  if (begin == std::string_view::npos) return {};
  const std::string_view version =
      word.substr(begin, word.find_last_not_of("\"'`") + 1 - begin);
  if (!is_go_line_version(version)) return {};
  return fmt::format("did you mean '{}{}'?", prefix, version);
}

void read_go(GoModReader& reader, const DirectiveLine& line) {
  std::optional<VersionDirective>& go = reader.out.go;
  if (go) return complain(reader, line.start, {repeated(line, go->where)});
  if (!takes_one(reader, line, "a version such as 1.23.0")) return;
  const std::string_view word = reader.syntax.text(line.words[0]);
  std::string_view version = word;
  if (!is_go_line_version(word)) {
    version = reader.reading == GoModReading::kDependency
                  ? lax_go_line_version(word)
                  : std::string_view();
    if (version.empty())
      return complain(
          reader, line.words[0],
          {fmt::format("invalid go version {}: it has not the form 1.23.0",
                       quoted(word)),
           go_version_hint("", word)});
  }
  go = {std::string(version), span_of(reader, line)};
}

void read_toolchain(GoModReader& reader, const DirectiveLine& line) {
  std::optional<VersionDirective>& toolchain = reader.out.toolchain;
  if (toolchain)
    return complain(reader, line.start, {repeated(line, toolchain->where)});
  if (!takes_one(reader, line, "a name such as go1.23.0")) return;
  const std::string_view name = reader.syntax.text(line.words[0]);
  if (!is_toolchain_line_name(name))
    return complain(reader, line.words[0],
                    {fmt::format("invalid toolchain {}: it has not the form "
                                 "go1.23.0 and is not default",
                                 quoted(name)),
                     go_version_hint("go", name)});
  toolchain = {std::string(name), span_of(reader, line)};
}

void read_godebug(GoModReader& reader, const DirectiveLine& line) {
  const bool one_word = line.words.size() == 1 && !line.words[0].has_quote;
  const std::string_view word =
      one_word ? reader.syntax.text(line.words[0]) : std::string_view();
  const std::size_t equals = word.find('=');
  if (equals == std::string_view::npos)
    return complain(reader, line.start,
                    {"godebug takes key=value, without quotes and spaces"});
  reader.out.godebug.push_back({std::string(word.substr(0, equals)),
                                std::string(word.substr(equals + 1)),
                                span_of(reader, line)});
}

void read_path(GoModReader& reader, const DirectiveLine& line,
               std::vector<PathDirective>& out, std::string_view what) {
  if (!takes_one(reader, line, what)) return;
  if (auto path = read_text(reader, line.words[0]))
    out.push_back({std::move(*path), span_of(reader, line)});
}

bool is_ascii(std::string_view text) {
  unsigned char all = 0;
  for (const char c : text) all |= static_cast<unsigned char>(c);
  return all < 0x80;
}

// Code points; nearly every line is ASCII.
int width(std::string_view text) {
  return static_cast<int>(is_ascii(text) ? text.size()
                                         : count_code_points(text));
}

// The first go commands that knew modules wrote gopkg.in versions behind this
// mark. In the main module it is still taken away.
std::string_view without_old_mark(std::string_view path,
                                  std::string_view version) {
  constexpr std::string_view kOldMark = "-gopkgin-";
  const std::size_t mark = version.find(kOldMark);
  if (!path.starts_with("gopkg.in/") || mark == std::string_view::npos)
    return version;
  return version.substr(mark + kOldMark.size());
}

// How to get a version in place of one that is none. The go command looks a
// branch or a commit up, and writes what it found.
std::string version_hint(const GoModDirective& directive, std::string_view path,
                         std::string_view version) {
  constexpr std::size_t kLongest = 200;  // of a hint that somebody reads
  if (path.size() + version.size() > kLongest) return {};
  if (!canonical_version(fmt::format("v{}", version)).empty())
    return fmt::format("did you mean 'v{}'?", version);
  const bool misspelled = version.starts_with('v') &&
                          canonical_version(version).empty() &&
                          version.find_first_of("0123456789") == 1;
  if (directive.id != GoModDirectiveId::kRequire || version.empty() ||
      misspelled || check_import_path(path))
    return {};
  return fmt::format("`go get {}@{}` writes the version it stands for", path,
                     version);
}

}  // namespace

void read_directive(GoModReader& reader, const DirectiveLine& line) {
  using Id = GoModDirectiveId;
  switch (line.directive->id) {
    case Id::kModule:
      return read_module(reader, line);
    case Id::kGo:
      return read_go(reader, line);
    case Id::kToolchain:
      return read_toolchain(reader, line);
    case Id::kGodebug:
      return read_godebug(reader, line);
    case Id::kRequire:
      return read_requirement(reader, line);
    case Id::kExclude:
      return read_exclusion(reader, line);
    case Id::kReplace:
      return read_replacement(reader, line);
    case Id::kRetract:
      return read_retraction(reader, line);
    case Id::kTool:
      return read_path(reader, line, reader.out.tool, "the path of a package");
    case Id::kIgnore:
      return read_path(reader, line, reader.out.ignore, "the path of a folder");
    case Id::kUse:
      return read_path(reader, line, reader.out.use, "the path of a folder");
  }
}

SourceSpan span_of(const GoModReader& reader, const DirectiveLine& line) {
  const std::string_view text = reader.syntax.source.text;
  const GoModToken& last = line.words.empty() ? line.start : line.words.back();
  SourceSpan span;
  span.line = static_cast<int>(line.start.line);
  span.byte = line.start.begin;
  span.end_byte = last.begin + last.size;
  span.column = column_of(text, span.byte);
  if (line.head != nullptr)
    span.block_line =
        static_cast<int>(reader.syntax.tokens_of(*line.head)[0].line);
  const std::string_view words =
      text.substr(span.byte, span.end_byte - span.byte);
  // A string of words that are skipped may hold an escaped line break.
  const auto breaks = std::count(words.begin(), words.end(), '\n');
  span.end_line = span.line + static_cast<int>(breaks);
  span.end_column =
      breaks == 0 ? span.column + width(words) : column_of(text, span.end_byte);
  return span;
}

void complain(GoModReader& reader, const GoModToken& at,
              GoModComplaint complaint) {
  add_error(reader.errors, go_mod_error(reader.syntax.source, at.begin, at.line,
                                        std::move(complaint)));
}

std::optional<std::string> read_text(GoModReader& reader,
                                     const GoModToken& word) {
  const std::string_view text = reader.syntax.text(word);
  if (!word.has_quote) return std::string(text);
  if (!text.starts_with('"')) {
    complain(reader, word,
             {fmt::format("{} has a quote in it and is not a quoted string",
                          quoted(text)),
              "put the whole argument in \"double quotes\", or take the quote "
              "away"});
    return std::nullopt;
  }
  auto value = unquote_go_string(text);
  if (!value)
    complain(reader, word,
             {fmt::format("invalid quoted string {}: Go has no such escape",
                          quoted(text))});
  return value;
}

std::optional<std::string> read_version(GoModReader& reader,
                                        const DirectiveLine& line,
                                        std::string_view path,
                                        const GoModToken& word) {
  std::string unquoted;
  std::string_view version = reader.syntax.text(word);
  if (word.has_quote) {
    auto text = read_text(reader, word);
    if (!text) return std::nullopt;
    version = unquoted = std::move(*text);
  }
  // In the main module, what is not canonical is a query to the go command:
  // `v1.2` is the latest v1.2.x of its proxies. We do not guess.
  const bool queries = reader.reading == GoModReading::kMainModule;
  if (queries) version = without_old_mark(path, version);
  std::string canonical = canonical_version(version);
  if (!canonical.empty() && (!queries || canonical == version))
    return canonical;

  const std::string_view why = canonical.empty()
                                   ? "has not the form v1.2.3"
                                   : "is a query that only a proxy can answer";
  GoModComplaint complaint = {fmt::format("{} {}: version {} {}", line.verb(),
                                          quoted(path), quoted(version), why)};
  if (reader.reading != GoModReading::kDependency)
    complaint.hint = version_hint(*line.directive, path, version);
  complain(reader, word, std::move(complaint));
  return std::nullopt;
}

}  // namespace modgraph
