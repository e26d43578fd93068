// Tested by tests/importers/go_mod/go_mod_test.cc.

#include "importers/go_mod/go_mod_reader.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>

#include "engine/base/unicode.h"
#include "engine/base/utf8.h"
#include "engine/model/module_path.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

// ---------------------------------------------------------------- comments
// Source: go.dev/ref/mod#go-mod-file-module, #go-mod-file-retract.

constexpr std::string_view kSlashes = "//";

std::span<const GoModComment> comments_in(
    const std::vector<GoModComment>& comments, GoModRange range) {
  return std::span(comments).subspan(range.first, range.count);
}

// Whether the first comment after a line marks it as indirect: its words are
// "indirect" alone, or begin with "indirect;".
bool is_indirect(const GoModSyntax& syntax, const GoModLine& line) {
  if (line.suffix.count == 0) return false;
  std::string_view text =
      syntax.text(syntax.suffix_comments[line.suffix.first]);
  if (text == "// indirect") return true;
  text.remove_prefix(kSlashes.size());
  text = trim_space(text);
  if (text == "indirect") return true;
  return first_word(text) == "indirect;" &&
         text.size() > first_word(text).size();
}

// The comments above and after a line, without slashes and margins, joined by
// newlines. A line in a block that has none takes those of the block, whose
// line before the '(' is `head`; nullptr outside of blocks.
std::string directive_comment(const GoModSyntax& syntax, const GoModLine& line,
                              const GoModLine* head) {
  const bool has_own = line.before.count > 0 || line.suffix.count > 0;
  const GoModLine& owner = has_own || head == nullptr ? line : *head;
  std::string out;
  bool first = true;
  for (const auto& group :
       {comments_in(syntax.comments, owner.before),
        comments_in(syntax.suffix_comments, owner.suffix)}) {
    for (const GoModComment& comment : group) {
      if (comment.size == 0) continue;  // a blank line
      if (!first) out += '\n';
      first = false;
      out += trim_space(syntax.text(comment).substr(kSlashes.size()));
    }
  }
  return out;
}

// The first paragraph of such a text that begins with "Deprecated:", without
// that word; "" if there is none. Paragraphs end at an empty line.
std::string_view deprecation(std::string_view comment) {
  constexpr std::string_view kMark = "Deprecated:";
  constexpr std::string_view kNextMark = "\n\nDeprecated:";
  if (comment.starts_with(kMark)) {
    comment.remove_prefix(kMark.size());
  } else {
    const std::size_t at = comment.find(kNextMark);
    if (at == std::string_view::npos) return {};
    comment.remove_prefix(at + kNextMark.size());
  }
  comment = comment.substr(0, comment.find("\n\n"));
  const std::size_t begin = comment.find_first_not_of(' ');
  return begin == std::string_view::npos ? std::string_view()
                                         : comment.substr(begin);
}

// -------------------------------------------------- places, words, versions

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

// The place of a directive, from its first to its last word.
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

// An argument without its quotes. Raw strings and quotes inside a word are
// refused; then nothing is returned.
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

// The first go commands that knew modules wrote gopkg.in versions after this
// mark. In the main module it is still removed.
std::string_view without_old_mark(std::string_view path,
                                  std::string_view version) {
  constexpr std::string_view kOldMark = "-gopkgin-";
  const std::size_t mark = version.find(kOldMark);
  if (!path.starts_with("gopkg.in/") || mark == std::string_view::npos)
    return version;
  return version.substr(mark + kOldMark.size());
}

// How to fix something that is not a version. The go command looks up a branch
// or a commit, and writes the version that it found.
std::string version_hint(const GoModDirective& directive, std::string_view path,
                         std::string_view version) {
  constexpr std::size_t kLongest = 200;  // of a hint that is still readable
  if (path.size() + version.size() > kLongest) return {};
  if (!canonical_version(fmt::format("v{}", version)).empty())
    return fmt::format("did you mean 'v{}'?", version);
  const bool misspelled = version.starts_with('v') &&
                          canonical_version(version).empty() &&
                          version.find_first_of("0123456789") == 1;
  if (directive.id != GoModDirectiveId::kRequire || version.empty() ||
      misspelled || check_import_path(path))
    return {};
  return fmt::format("`go get {}@{}` writes the version it refers to", path,
                     version);
}

// A version argument of the module at `path`, canonical, by the rule of the
// reading (see importers/go_mod/go_mod.h).
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
                                   ? "does not have the form v1.2.3"
                                   : "is a query that only a proxy can answer";
  GoModComplaint complaint = {fmt::format("{} {}: version {} {}", line.verb(),
                                          quoted(path), quoted(version), why)};
  if (reader.reading != GoModReading::kDependency)
    complaint.hint = version_hint(*line.directive, path, version);
  complain(reader, word, std::move(complaint));
  return std::nullopt;
}

// ------------------------------------------------- directives of one argument

// For a directive that may occur once.
std::string repeated(const DirectiveLine& line, const SourceSpan& first) {
  return fmt::format("repeated {} directive; the first one is in line {}",
                     line.verb(), first.line);
}

// Whether the directive has exactly one argument; if not, complains.
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

// The Go version that was meant, without quotes, a "v" or a "go" around it, or
// with the "go" that was left out.
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
          {fmt::format(
               "invalid go version {}: it does not have the form 1.23.0",
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
                    {fmt::format("invalid toolchain {}: it is neither default "
                                 "nor of the form go1.23.0",
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

// ---------------------------------------------------------- module versions

using WordSpan = std::span<const GoModToken>;

// The major of a path ("/v2"); nothing, after a complaint, if it has a wrong
// one.
std::optional<std::string_view> read_path_major(GoModReader& reader,
                                                const DirectiveLine& line,
                                                std::string_view path,
                                                const GoModToken& word) {
  const PathParts parts = split_path_version(path);
  if (parts.ok) return parts.major;
  complain(
      reader, word,
      {fmt::format("{}: invalid module path {}: its end is not a major "
                   "version that a path can have",
                   line.verb(), quoted(path)),
       path.starts_with("gopkg.in/")
           ? "a gopkg.in path ends in .v1, .v2 and so on"
           : "v0 and v1 have no suffix; others end in /v2, /v3 and so on"});
  return std::nullopt;
}

// What to do about a version of another major than the path's.
std::string major_hint(std::string_view path, std::string_view path_major,
                       std::string_view version) {
  const std::string_view major = version.substr(0, version.find('.'));
  if (path_major.empty() && major != "v0" && major != "v1")
    return fmt::format("the module path of {} is {}", quoted(version),
                       quoted(fmt::format("{}/{}", path, major)));
  return {};
}

// The version of a path that has been read; nothing, after a complaint, if they
// do not fit.
std::optional<std::string> read_version_of(GoModReader& reader,
                                           const DirectiveLine& line,
                                           std::string_view path,
                                           const GoModToken& path_word,
                                           const GoModToken& word) {
  auto version = read_version(reader, line, path, word);
  if (!version) return std::nullopt;
  const auto major = read_path_major(reader, line, path, path_word);
  if (!major) return std::nullopt;
  if (const Refusal refusal = check_path_major(*version, *major)) {
    complain(
        reader, word,
        {fmt::format("{} {}: version {} does not fit the path: {}", line.verb(),
                     quoted(path), quoted(*version), *refusal),
         major_hint(path, *major, *version)});
    return std::nullopt;
  }
  return version;
}

std::optional<ModuleVersion> read_module_version(GoModReader& reader,
                                                 const DirectiveLine& line) {
  if (line.words.size() != 2) {
    const bool has_paren = !line.words.empty() && line.head == nullptr &&
                           line.words[0].kind == GoModTokenKind::kOpen;
    complain(
        reader, line.start,
        {fmt::format(
             "{0} takes a module path and a version: {0} module/path v1.2.3",
             line.verb()),
         has_paren ? "a '(' opens a block only at the end of its line" : ""});
    return std::nullopt;
  }
  auto path = read_text(reader, line.words[0]);
  if (!path) return std::nullopt;
  auto version =
      read_version_of(reader, line, *path, line.words[0], line.words[1]);
  if (!version) return std::nullopt;
  return ModuleVersion{std::move(*path), std::move(*version)};
}

bool is_word(const GoModReader& reader, WordSpan words, std::size_t index,
             std::string_view text) {
  return index < words.size() && reader.syntax.text(words[index]) == text;
}

void read_requirement(GoModReader& reader, const DirectiveLine& line) {
  auto module = read_module_version(reader, line);
  if (!module) return;
  reader.out.require.push_back({std::move(*module),
                                is_indirect(reader.syntax, *line.line),
                                span_of(reader, line)});
}

void read_exclusion(GoModReader& reader, const DirectiveLine& line) {
  auto module = read_module_version(reader, line);
  if (!module) return;
  reader.out.exclude.push_back({std::move(*module), span_of(reader, line)});
}

// ------------------------------------------------------------- replacements

void complain_usage(GoModReader& reader, const DirectiveLine& line) {
  std::string hint;
  for (const GoModToken& word : line.words)
    if (const std::string_view text = reader.syntax.text(word);
        text != "=>" && text.find("=>") != std::string_view::npos)
      hint = "put a space on both sides of '=>'";
  complain(reader, line.start,
           {"replace has the form module/path [v1.2.3] => other/module v1.4.0, "
            "or module/path [v1.2.3] => ../local/directory",
            std::move(hint)});
}

// The left side: one or two words before the arrow.
std::optional<ModuleVersion> read_replaced(GoModReader& reader,
                                           const DirectiveLine& line,
                                           WordSpan words) {
  auto path = read_text(reader, words[0]);
  if (!path) return std::nullopt;
  if (!read_path_major(reader, line, *path, words[0])) return std::nullopt;
  ModuleVersion out{std::move(*path), {}};
  if (words.size() == 1) return out;
  auto version = read_version_of(reader, line, out.path, words[0], words[1]);
  if (!version) return std::nullopt;
  out.version = std::move(*version);
  return out;
}

// What is wrong with a replacement that has no version; "" if nothing is.
GoModComplaint folder_complaint(std::string_view path) {
  if (!is_directory_path(path)) {
    if (const std::size_t at = path.find('@'); at != std::string_view::npos)
      return {"replacement: path and version are two words, not path@version",
              "write a space instead of the '@'"};
    return {
        fmt::format("replacement {} has no version and is not a directory "
                    "path, which begins with ./, ../ or /",
                    quoted(path))};
  }
  if (path.find('\\') != std::string_view::npos)
    return {fmt::format("replacement directory {} is spelled as on Windows",
                        quoted(path)),
            "write it with '/'"};
  return {};
}

// The right side: a folder, or a path and a version.
std::optional<ModuleVersion> read_substitute(GoModReader& reader,
                                             const DirectiveLine& line,
                                             WordSpan words) {
  auto path = read_text(reader, words[0]);
  if (!path) return std::nullopt;
  ModuleVersion out{std::move(*path), {}};
  if (words.size() == 1) {
    GoModComplaint complaint = folder_complaint(out.path);
    if (complaint.message.empty()) return out;
    complain(reader, words[0], std::move(complaint));
    return std::nullopt;
  }
  // Only in the main module does the go command compare this version with its
  // path.
  const bool holds = reader.reading == GoModReading::kMainModule &&
                     !is_directory_path(out.path);
  auto version =
      holds ? read_version_of(reader, line, out.path, words[0], words[1])
            : read_version(reader, line, out.path, words[1]);
  if (!version) return std::nullopt;
  if (is_directory_path(out.path)) {
    complain(
        reader, words[1],
        {fmt::format("replacement {} is a directory path, which has no version",
                     quoted(out.path))});
    return std::nullopt;
  }
  out.version = std::move(*version);
  return out;
}

void read_replacement(GoModReader& reader, const DirectiveLine& line) {
  const WordSpan words = line.words;
  const std::size_t arrow = is_word(reader, words, 1, "=>") ? 1 : 2;
  if (!is_word(reader, words, arrow, "=>") || words.size() < arrow + 2 ||
      words.size() > arrow + 3)
    return complain_usage(reader, line);
  auto old = read_replaced(reader, line, words.first(arrow));
  if (!old) return;
  auto substitute = read_substitute(reader, line, words.subspan(arrow + 1));
  if (!substitute) return;
  reader.out.replace.push_back(
      {std::move(*old), std::move(*substitute), span_of(reader, line)});
}

// ------------------------------------------------------------- retractions

// The arguments of a retract line, from left to right.
class RetractedVersions {
 public:
  RetractedVersions(GoModReader& reader, const DirectiveLine& line)
      : reader_(reader), line_(line), rest_(line.words) {}

  // "v1.2.3" or "[v1.2.3, v1.4.5]"; nothing after a complaint.
  std::optional<Retraction> read() {
    if (rest_.empty() || is_word(reader_, rest_, 0, "("))
      return expected("a version or '['");
    if (!take_punctuation("[")) {
      auto version = read_text(reader_, take());
      if (!version) return std::nullopt;
      return Retraction{*version, *version, {}, {}};
    }
    if (rest_.empty()) return expected("a version after '['");
    auto low = read_text(reader_, take());
    if (!low) return std::nullopt;
    if (!take_punctuation(",")) return expected("',' after the first version");
    if (rest_.empty()) return expected("a version after ','");
    auto high = read_text(reader_, take());
    if (!high) return std::nullopt;
    if (!take_punctuation("]")) return expected("']' after the second version");
    return Retraction{std::move(*low), std::move(*high), {}, {}};
  }

  WordSpan rest() const { return rest_; }

 private:
  GoModToken take() {
    const GoModToken word = rest_.front();
    rest_ = rest_.subspan(1);
    return word;
  }

  bool take_punctuation(std::string_view text) {
    if (!is_word(reader_, rest_, 0, text)) return false;
    take();
    return true;
  }

  std::nullopt_t expected(std::string_view what) {
    complain(reader_, rest_.empty() ? line_.start : rest_.front(),
             {fmt::format("retract: expected {}", what),
              "retract v1.2.3, or retract [v1.2.3, v1.4.5]"});
    return std::nullopt;
  }

  GoModReader& reader_;
  const DirectiveLine& line_;
  WordSpan rest_;
};

void read_retraction(GoModReader& reader, const DirectiveLine& line) {
  const bool lax = reader.reading == GoModReading::kDependency;
  const std::size_t errors_before = reader.errors.size();
  RetractedVersions versions(reader, line);
  auto retraction = versions.read();
  if (!retraction) {
    // A later Go may have more kinds of intervals, and dependencies may use
    // them.
    if (lax) reader.errors.resize(errors_before);
    return;
  }
  if (!lax && !versions.rest().empty())
    return complain(
        reader, versions.rest().front(),
        {fmt::format("retract: unexpected token {} after the version",
                     quoted(reader.syntax.text(versions.rest().front())))});
  retraction->rationale =
      directive_comment(reader.syntax, *line.line, line.head);
  retraction->where = span_of(reader, line);
  reader.out.retract.push_back(std::move(*retraction));
}

}  // namespace

void complain(GoModReader& reader, const GoModToken& at,
              GoModComplaint complaint) {
  add_error(reader.errors, go_mod_error(reader.syntax.source, at.begin, at.line,
                                        std::move(complaint)));
}

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

}  // namespace modgraph
