// Any three lines as versions and paths: the orders are total, and what the
// functions say of one text fits together.

#include <array>
#include <compare>
#include <string>
#include <string_view>

#include "engine/model/module_path.h"
#include "engine/model/version.h"
#include "tests/fuzz/fuzz.h"

namespace modgraph {
namespace {

using Texts = std::array<std::string_view, 3>;

Texts three_lines(std::string_view bytes) {
  Texts out;
  for (std::string_view& text : out) {
    text = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(text.size() + 1, bytes.size()));
  }
  return out;
}

template <class Compare>
void check_order(Compare compare, const Texts& t) {
  for (std::string_view a : t)
    for (std::string_view b : t) {
      const auto ab = compare(a, b);
      must(ab == (0 <=> compare(b, a)));
      for (std::string_view c : t) {
        const auto bc = compare(b, c);
        if (ab == 0) must(compare(a, c) == bc);
        if (ab < 0 && bc <= 0) must(compare(a, c) < 0);
      }
    }
}

void check_version(std::string_view v) {
  const std::string canonical = canonical_version(v);
  must(canonical.empty() == !is_semver(v));
  if (!is_semver(v)) {
    must(!is_pseudo_version(v) && semver_major(v).empty());
    return;
  }
  must(canonical_version(canonical) == canonical);
  must(compare_semver(v, canonical) == 0);
  must(is_pseudo_version(v) == is_pseudo_version(canonical));
  must(v.starts_with(semver_major(v)) && v.ends_with(semver_build(v)));
  must(match_path_major(v, "") ||
       match_path_major(v, "/" + std::string(semver_major(v))));
}

// What was escaped: "!a" stands for 'A'.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_upper = text[i] == '!' && ++i < text.size();
    out += is_upper ? static_cast<char>(text[i] - 'a' + 'A') : text[i];
  }
  return out;
}

void check_text(std::string_view text) {
  const PathParts parts = split_path_version(text);
  must(std::string(parts.prefix).append(parts.major) == text);
  must(parts.ok || parts.major.empty());
  if (!check_module_path(text)) {
    must(!check_import_path(text) && parts.ok);
    must(unescaped(escape_path(text).value()) == text);
  } else {
    must(!escape_path(text).has_value());
  }
  if (const Spelling escaped = escape_version(text))
    must(unescaped(*escaped) == text);
  const std::string_view go = go_version_of_toolchain(text);
  must(go.empty() || is_go_version(go));
}

void check(std::string_view bytes) {
  const Texts texts = three_lines(bytes);
  for (const ModuleKind kind :
       {ModuleKind::kModule, ModuleKind::kGo, ModuleKind::kToolchain})
    check_order(
        [&](std::string_view a, std::string_view b) {
          return compare_versions(kind, a, b);
        },
        texts);
  for (std::string_view text : texts) {
    check_version(text);
    check_text(text);
  }
}

}  // namespace

void fuzz::one_input(std::string_view bytes) { check(bytes); }

}  // namespace modgraph
