#include "importers/go_mod_summary.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "engine/model/module_path.h"
#include "engine/model/version.h"
#include "importers/go_mod.h"
#include "importers/go_mod_words.h"

namespace modgraph {
namespace {

// What a byte can be in a plain file.
enum class Kind : std::uint8_t { kOther, kWord, kSpace };

constexpr std::array<Kind, 256> make_kinds() {
  std::array<Kind, 256> out{};
  for (const char c : {'-', '.', '_', '~', '/', '+', '=', '>', ':', '@', '!'})
    out[static_cast<unsigned char>(c)] = Kind::kWord;
  for (unsigned c = '0'; c <= '9'; ++c) out[c] = Kind::kWord;
  for (unsigned c = 'a'; c <= 'z'; ++c) out[c] = Kind::kWord;
  for (unsigned c = 'A'; c <= 'Z'; ++c) out[c] = Kind::kWord;
  out[' '] = out['\t'] = Kind::kSpace;
  return out;
}
constexpr std::array<Kind, 256> kKinds = make_kinds();

Kind kind_of(char c) { return kKinds[static_cast<unsigned char>(c)]; }

// The words of a line, comment left out. Only the first are kept: no directive
// that means something has more.
struct Words {
  std::array<std::string_view, 4> word;
  std::size_t count = 0;
  bool plain = true;  // false: leave the file to the parser
};

Words split(std::string_view line) {
  Words out;
  const char* at = line.data();
  const char* const end = at + line.size();
  while (true) {
    while (at != end && kind_of(*at) == Kind::kSpace) ++at;
    if (at == end) return out;
    if (end - at >= 2 && at[0] == '/' && at[1] == '/') {
      // A comment may hold anything that is no control character.
      for (; at != end; ++at)
        if ((static_cast<unsigned char>(*at) < 0x20 && *at != '\t') ||
            static_cast<unsigned char>(*at) >= 0x7f)
          out.plain = false;
      return out;
    }
    const char* const begin = at;
    while (at != end && kind_of(*at) == Kind::kWord) {
      // A comment begins inside words, too.
      if (*at == '/' && at + 1 != end && at[1] == '/') out.plain = false;
      ++at;
    }
    const bool paren = at == begin && (*at == '(' || *at == ')');
    if (paren) ++at;
    const bool ends = at == end || kind_of(*at) == Kind::kSpace;
    // Parentheses stand among the first words, where they are looked for.
    const bool late = paren && out.count >= out.word.size();
    if (!ends || at == begin || late) {
      out.plain = false;
      return out;
    }
    if (out.count < out.word.size())
      out.word[out.count] = {begin, static_cast<std::size_t>(at - begin)};
    ++out.count;
  }
}

// v1.2.3, v1.2.3-pre, v2.0.0+incompatible: what is written is what is meant.
bool is_canonical(std::string_view version) {
  const auto parsed = parse_semver(version);
  if (!parsed) return false;
  if (!parsed->build.empty() && parsed->build != "+incompatible") return false;
  // A shorthand has no dots for what it leaves out.
  const std::size_t first = version.find('.');
  return first != std::string_view::npos &&
         version.find('.', first + 1) != std::string_view::npos &&
         parsed->patch.data() >= version.data() &&
         parsed->patch.data() < version.data() + version.size();
}

// Whether a version belongs to its path; gopkg.in has rules of its own.
bool fits(std::string_view path, std::string_view version) {
  const PathParts parts = split_path_version(path);
  return parts.ok && match_path_major(version, parts.major);
}

class PlainReader {
 public:
  std::optional<ModuleSummary> read(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const Words words = split(text.substr(0, end));
      if (!words.plain || (words.count > 0 && !take(words)))
        return std::nullopt;
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (block_ != Block::kNone) return std::nullopt;
    return std::move(out_);
  }

 private:
  enum class Block : std::uint8_t { kNone, kRequire, kIgnored };

  bool take(const Words& words) {
    const auto& w = words.word;
    if (block_ != Block::kNone) {
      if (w[0] == ")") {
        block_ = Block::kNone;
        return words.count == 1;
      }
      for (std::size_t i = 0; i < std::min(words.count, w.size()); ++i)
        if (w[i] == "(" || w[i] == ")") return false;
      if (block_ == Block::kIgnored) return true;
      return words.count == 2 && require(w[0], w[1]);
    }
    for (std::size_t i = 0; i < std::min(words.count, w.size()); ++i)
      if ((w[i] == "(" || w[i] == ")") && !(i == 1 && words.count == 2))
        return false;
    const bool opens = words.count == 2 && w[1] == "(";
    if (words.count == 2 && w[1] == ")") return false;
    if (w[0] == "require")
      return opens ? open(Block::kRequire)
                   : words.count == 3 && require(w[1], w[2]);
    // These have no meaning in a dependency.
    if (w[0] == "replace" || w[0] == "exclude")
      return opens ? open(Block::kIgnored) : words.count > 1;
    if (opens) return false;
    if (w[0] == "toolchain") return words.count == 2;
    if (w[0] == "module") return words.count == 2 && set(out_.path, w[1]);
    if (w[0] == "go")
      return words.count == 2 && is_go_line_version(w[1]) &&
             set(out_.go_version, w[1]);
    return false;
  }

  bool open(Block block) {
    block_ = block;
    return true;
  }

  bool require(std::string_view path, std::string_view version) {
    if (!is_canonical(version) || !fits(path, version)) return false;
    out_.require.push_back({std::string(path), std::string(version)});
    return true;
  }

  // A directive that may stand once.
  static bool set(std::string& what, std::string_view word) {
    if (!what.empty()) return false;
    what = word;
    return true;
  }

  ModuleSummary out_;
  Block block_ = Block::kNone;
};

}  // namespace

std::optional<ModuleSummary> summarize_plain_go_mod(std::string_view text) {
  return PlainReader().read(text);
}

Result<ModuleSummary> summarize_go_mod(std::string_view file_name,
                                       std::string_view text) {
  if (auto plain = summarize_plain_go_mod(text)) return std::move(*plain);
  auto manifest = parse_go_mod_lax(file_name, std::string(text));
  if (!manifest) return fail(std::move(manifest.error()));
  ModuleSummary out;
  if (manifest->module) out.path = std::move(manifest->module->path);
  if (manifest->go) out.go_version = std::move(manifest->go->version);
  out.require.reserve(manifest->require.size());
  for (Requirement& r : manifest->require)
    out.require.push_back(std::move(r.module));
  return out;
}

}  // namespace modgraph
