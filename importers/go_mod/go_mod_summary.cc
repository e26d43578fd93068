// Idea: lines of words, classified by one table look-up per byte. Everything
// that is unusual to the table, the line or the version is left to the parser,
// which knows all rules and all error texts. So the quick reader must be right
// only where it answers.

#include "importers/go_mod/go_mod_summary.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "engine/model/decimal.h"
#include "engine/model/module_path.h"
#include "importers/go_mod/go_mod.h"
#include "importers/go_mod/go_mod_directives.h"

namespace modgraph {
namespace {

// Printable ASCII that can only be part of a word. A slash may begin a comment.
constexpr std::array<bool, 256> plain_bytes() {
  std::array<bool, 256> out{};
  for (std::size_t c = 0x21; c < 0x7f; ++c) out[c] = true;
  for (const char c : std::string_view("\"'`()[]{},/"))
    out[static_cast<unsigned char>(c)] = false;
  return out;
}

constexpr std::array<bool, 256> kPlain = plain_bytes();

bool is_margin(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// What is left of the file.
class Rest {
 public:
  explicit Rest(std::string_view text)
      : at_(text.data()), end_(text.data() + text.size()) {}

  bool empty() const { return at_ == end_; }

  // Skips the rest of the line if it is at most blanks and a comment.
  bool take_line_end() {
    while (at_ != end_ && is_margin(*at_)) ++at_;
    if (at_ == end_) return true;
    if (*at_ != '\n' && !is_next('/', '/')) return false;
    const void* const newline =
        std::memchr(at_, '\n', static_cast<std::size_t>(end_ - at_));
    at_ = newline == nullptr ? end_ : static_cast<const char*>(newline) + 1;
    return true;
  }

  // Blanks and a word; "" if something else comes.
  std::string_view take_word() {
    while (at_ != end_ && is_margin(*at_)) ++at_;
    const char* const begin = at_;
    while (at_ != end_) {
      if (*at_ == '/') {
        if (is_next('/', '*')) return {};
        if (is_next('/', '/')) break;
      } else if (!kPlain[static_cast<unsigned char>(*at_)]) {
        break;
      }
      ++at_;
    }
    return {begin, static_cast<std::size_t>(at_ - begin)};
  }

  // One of these characters, after blanks.
  bool take(std::string_view any_of) {
    while (at_ != end_ && is_margin(*at_)) ++at_;
    if (at_ == end_ || any_of.find(*at_) == std::string_view::npos)
      return false;
    ++at_;
    return true;
  }

 private:
  bool is_next(char first, char second) const {
    return end_ - at_ > 1 && at_[0] == first && at_[1] == second;
  }

  const char* at_;
  const char* end_;
};

// Removes a number without leading zeros from the front of a version.
bool take_number(std::string_view& version) {
  std::size_t length = 0;
  while (length < version.size() && is_digit(version[length])) ++length;
  const bool good = length == 1 || (length > 1 && version.front() != '0');
  version.remove_prefix(length);
  return good;
}

bool is_identifier(std::string_view text) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  };
  if (text.size() > 1 && text.front() == '0' &&
      std::all_of(text.begin(), text.end(), is_digit))
    return false;
  return !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return is_digit(c) || is_letter(c);
  });
}

// A canonical version: v1.2.3, with a pre-release or +incompatible after it.
bool is_canonical(std::string_view version) {
  const auto take = [&](char c) {
    const bool good = version.starts_with(c);
    if (good) version.remove_prefix(1);
    return good;
  };
  if (!take('v') || !take_number(version) || !take('.') ||
      !take_number(version) || !take('.') || !take_number(version))
    return false;
  constexpr std::string_view kIncompatible = "+incompatible";
  if (version.ends_with(kIncompatible))
    version.remove_suffix(kIncompatible.size());
  if (version.empty()) return true;
  if (!take('-')) return false;
  while (true) {
    const std::size_t end = std::min(version.find('.'), version.size());
    if (!is_identifier(version.substr(0, end))) return false;
    if (end == version.size()) return true;
    version.remove_prefix(end + 1);
  }
}

// Whether the major of a version is the one that its path ends in.
bool fits(std::string_view path, std::string_view version) {
  const bool ends_in_letter = !is_digit(path.back()) && path.back() != '.';
  if (ends_in_letter && !path.starts_with("gopkg.in/") &&
      (version.starts_with("v1.") || version.starts_with("v0.")))
    return true;
  const PathParts parts = split_path_version(path);
  return parts.ok && match_path_major(version, parts.major);
}

// Directives that do not matter here.
bool is_skipped(std::string_view verb) {
  for (const std::string_view name :
       {"replace", "exclude", "retract", "toolchain", "tool", "godebug"})
    if (verb == name) return true;
  return false;
}

// Every function returns false at something that is not plain.
class PlainReader {
 public:
  PlainReader(std::string_view text, ModuleSummary&& spare)
      : out_(cleared(std::move(spare), text)),
        rest_({out_.text.data(), out_.text.size()}) {
    // A requirement takes about a line of 40 bytes.
    out_.require.reserve(text.size() / 40);
  }

  std::optional<ModuleSummary> read() {
    while (!rest_.empty()) {
      if (rest_.take_line_end()) continue;
      if (!read_statement(rest_.take_word())) return std::nullopt;
    }
    return std::move(out_);
  }

 private:
  static ModuleSummary cleared(ModuleSummary&& spare, std::string_view text) {
    ModuleSummary out = std::move(spare);
    out.text.assign(text.begin(), text.end());
    out.path = out.go_version = {};
    out.require.clear();
    out.has_replacements = false;
    return out;
  }

  bool read_statement(std::string_view verb) {
    if (verb == "require")
      return read_lines([this] { return read_requirement(); });
    if (verb == "replace") out_.has_replacements = true;
    if (is_skipped(verb)) return read_lines([this] { return skip_words(); });
    if (verb == "module") return read_word(out_.path);
    return verb == "go" && read_word(out_.go_version) &&
           is_go_line_version(out_.go_version);
  }

  // The only argument of a directive that may occur once.
  bool read_word(std::string_view& out) {
    if (!out.empty()) return false;
    out = rest_.take_word();
    return !out.empty() && rest_.take_line_end();
  }

  // The rest of a line, or the lines of a block.
  template <class ReadLine>
  bool read_lines(ReadLine read_line) {
    if (!rest_.take("(")) return read_line();
    if (!rest_.take_line_end()) return false;
    while (!rest_.empty()) {
      if (rest_.take_line_end()) continue;
      if (rest_.take(")")) return rest_.take_line_end();
      if (!read_line()) return false;
    }
    return false;
  }

  bool read_requirement() {
    const std::string_view path = rest_.take_word();
    if (path.empty()) return false;
    const std::string_view version = rest_.take_word();
    if (!is_canonical(version) || !fits(path, version)) return false;
    out_.require.push_back({path, version});
    return rest_.take_line_end();
  }

  bool skip_words() {
    while (!rest_.take_line_end())
      if (rest_.take_word().empty() && !rest_.take("[],")) return false;
    return true;
  }

  ModuleSummary out_;
  Rest rest_;
};

}  // namespace

std::optional<ModuleSummary> summarize_plain_go_mod(std::string_view text,
                                                    ModuleSummary spare) {
  return PlainReader(text, std::move(spare)).read();
}

ModuleSummary summary_of(const Manifest& manifest) {
  ModuleSummary out;
  std::string_view path, go;
  if (manifest.module) path = manifest.module->path;
  if (manifest.go) go = manifest.go->version;
  std::size_t size = path.size() + go.size();
  for (const Requirement& r : manifest.require)
    size += r.module.path.size() + r.module.version.size();
  out.text.resize(size);
  char* at = out.text.data();
  const auto keep = [&](std::string_view word) {
    const std::string_view kept(at, word.size());
    at = std::copy(word.begin(), word.end(), at);
    return kept;
  };
  out.path = keep(path);
  out.go_version = keep(go);
  out.require.reserve(manifest.require.size());
  for (const Requirement& r : manifest.require) {
    const std::string_view required = keep(r.module.path);
    out.require.push_back({required, keep(r.module.version)});
  }
  return out;
}

Result<ModuleSummary> summarize_go_mod(std::string_view file_name,
                                       std::string_view text,
                                       ModuleSummary spare) {
  if (auto plain = summarize_plain_go_mod(text, std::move(spare)))
    return std::move(*plain);
  const auto manifest = parse_go_mod_lax(file_name, std::string(text));
  if (!manifest) return fail(manifest.error());
  // The lax reading skips them.
  ModuleSummary out = summary_of(*manifest);
  out.has_replacements = text.find("replace") != std::string_view::npos;
  return out;
}

}  // namespace modgraph
