// The directives about versions of modules: require, exclude, replace, retract.
// Tested by tests/importers/go_mod_test.cc.

#include <fmt/core.h>

#include <utility>

#include "engine/model/module_path.h"
#include "importers/go_mod_comments.h"
#include "importers/go_mod_reader.h"
#include "importers/go_mod_words.h"

namespace modgraph {
namespace {

using Words = std::span<const GoModToken>;

// The major of a path ("/v2"); nothing, and a complaint, if it has a wrong one.
std::optional<std::string_view> read_path_major(GoModReader& reader,
                                                const DirectiveLine& line,
                                                std::string_view path,
                                                const GoModToken& word) {
  const PathParts parts = split_path_version(path);
  if (parts.ok) return parts.major;
  complain(reader, word,
           {fmt::format("{}: invalid module path {}: its end is not a major "
                        "version that a path can have",
                        line.verb(), quoted(path)),
            path.starts_with("gopkg.in/")
                ? "a gopkg.in path ends in .v1, .v2 and so on"
                : "v0 and v1 have no suffix; then come /v2, /v3 and so on"});
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

bool is_word(const GoModReader& reader, Words words, std::size_t index,
             std::string_view text) {
  return index < words.size() && reader.syntax.text(words[index]) == text;
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
                                           Words words) {
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

// Why a replacement without a version cannot be; "" if it can.
GoModComplaint folder_complaint(std::string_view path) {
  if (!is_directory_path(path)) {
    if (const std::size_t at = path.find('@'); at != std::string_view::npos)
      return {"replacement: path and version are two words, not path@version",
              "put a space in place of the '@'"};
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
                                             Words words) {
  auto path = read_text(reader, words[0]);
  if (!path) return std::nullopt;
  ModuleVersion out{std::move(*path), {}};
  if (words.size() == 1) {
    GoModComplaint complaint = folder_complaint(out.path);
    if (complaint.message.empty()) return out;
    complain(reader, words[0], std::move(complaint));
    return std::nullopt;
  }
  // Only in the main module does the go command hold this version to its path.
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

  Words rest() const { return rest_; }

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
  Words rest_;
};

}  // namespace

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

void read_replacement(GoModReader& reader, const DirectiveLine& line) {
  const Words words = line.words;
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

void read_retraction(GoModReader& reader, const DirectiveLine& line) {
  const bool lax = reader.reading == GoModReading::kDependency;
  const std::size_t errors_before = reader.errors.size();
  RetractedVersions versions(reader, line);
  auto retraction = versions.read();
  if (!retraction) {
    // A later Go may know more kinds of intervals: dependencies may use them.
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

}  // namespace modgraph
