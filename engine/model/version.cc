#include "engine/model/version.h"

#include <algorithm>
#include <array>

#include "engine/model/decimal.h"

namespace modgraph {
namespace {

constexpr std::string_view kIncompatible = "+incompatible";

constexpr std::array<bool, 256> identifier_characters() {
  std::array<bool, 256> allowed{};
  for (int c = '0'; c <= '9'; ++c) allowed[static_cast<unsigned>(c)] = true;
  for (int c = 'A'; c <= 'Z'; ++c) allowed[static_cast<unsigned>(c)] = true;
  for (int c = 'a'; c <= 'z'; ++c) allowed[static_cast<unsigned>(c)] = true;
  allowed['-'] = true;
  return allowed;
}

constexpr std::array<bool, 256> kIdentifierCharacter = identifier_characters();

enum class LeadingZeros { kForbidden, kAllowed };

bool is_number(std::string_view identifier) {
  return std::all_of(identifier.begin(), identifier.end(), is_digit);
}

// The length of the dot-separated identifiers that `text` begins with; 0 when
// there are none, one is empty, or one is a number with a forbidden zero.
std::size_t identifiers_length(std::string_view text, LeadingZeros zeros) {
  const auto at_identifier = [&](std::size_t i) {
    return i < text.size() &&
           kIdentifierCharacter[static_cast<unsigned char>(text[i])];
  };
  for (std::size_t start = 0;;) {
    std::size_t end = start;
    while (at_identifier(end)) ++end;
    if (end == start) return 0;
    if (text[start] == '0' && end - start > 1 &&
        zeros == LeadingZeros::kForbidden &&
        is_number(text.substr(start, end - start)))
      return 0;
    if (end == text.size() || text[end] != '.') return end;
    start = end + 1;
  }
}

// Cuts a '-' or '+' suffix off the front of `rest`, with its sign.
std::string_view cut_suffix(std::string_view& rest, LeadingZeros zeros) {
  const std::size_t length = identifiers_length(rest.substr(1), zeros);
  const std::string_view suffix = rest.substr(0, length == 0 ? 0 : length + 1);
  rest.remove_prefix(suffix.size());
  return suffix;
}

// Cuts '.' and a number off the front of `rest`; "" when they are not there.
std::string_view cut_dot_number(std::string_view& rest) {
  if (rest.front() != '.') return {};
  const std::size_t length = decimal_length(rest.substr(1));
  const std::string_view number = rest.substr(1, length);
  rest.remove_prefix(length + 1);
  return number;
}

std::string_view identifier_at(std::string_view prerelease, std::size_t start) {
  return prerelease.substr(start, prerelease.substr(start).find('.'));
}

std::strong_ordering compare_prerelease(std::string_view a,
                                        std::string_view b) {
  if (a.empty() || b.empty()) return a.empty() <=> b.empty();
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t same = 0;
  while (same < shorter && a[same] == b[same]) ++same;
  if (same == a.size() && same == b.size()) return std::strong_ordering::equal;

  // The identifiers before the first difference are equal: compare the ones
  // that it is in. They begin after the last dot, or the leading '-'.
  const std::size_t dot = a.substr(0, same).rfind('.');
  const std::size_t start = dot == std::string_view::npos ? 1 : dot + 1;
  const std::string_view x = identifier_at(a, start);
  const std::string_view y = identifier_at(b, start);
  if (x == y)
    return a.size() <=> b.size();  // one list is the other's beginning
  const bool x_is_number = is_number(x);
  const bool y_is_number = is_number(y);
  if (x_is_number != y_is_number) return y_is_number <=> x_is_number;
  return x_is_number ? compare_decimal(x, y) : x.compare(y) <=> 0;
}

}  // namespace

std::optional<Semver> parse_semver(std::string_view version) {
  if (version.size() < 2 || version[0] != 'v') return std::nullopt;
  Semver out{{}, "0", "0", {}, {}};
  std::string_view rest = version.substr(1);
  out.major = rest.substr(0, decimal_length(rest));
  if (out.major.empty()) return std::nullopt;
  rest.remove_prefix(out.major.size());
  if (rest.empty()) return out;
  out.minor = cut_dot_number(rest);
  if (out.minor.empty()) return std::nullopt;
  if (rest.empty()) return out;
  out.patch = cut_dot_number(rest);
  if (out.patch.empty()) return std::nullopt;
  if (rest.starts_with('-'))
    out.prerelease = cut_suffix(rest, LeadingZeros::kForbidden);
  if (rest.starts_with('+'))
    out.build = cut_suffix(rest, LeadingZeros::kAllowed);
  if (!rest.empty()) return std::nullopt;
  return out;
}

bool is_semver(std::string_view version) {
  return parse_semver(version).has_value();
}

std::strong_ordering compare_semver(const Semver& a, const Semver& b) {
  if (auto c = compare_decimal(a.major, b.major); c != 0) return c;
  if (auto c = compare_decimal(a.minor, b.minor); c != 0) return c;
  if (auto c = compare_decimal(a.patch, b.patch); c != 0) return c;
  return compare_prerelease(a.prerelease, b.prerelease);
}

std::strong_ordering compare_semver(std::string_view a, std::string_view b) {
  const std::optional<Semver> x = parse_semver(a);
  const std::optional<Semver> y = parse_semver(b);
  if (!x || !y) return x.has_value() <=> y.has_value();
  return compare_semver(*x, *y);
}

std::string canonical_version(std::string_view version) {
  const std::optional<Semver> v = parse_semver(version);
  if (!v) return {};
  std::string out = "v";
  out.append(v->major).append(".").append(v->minor).append(".");
  out.append(v->patch).append(v->prerelease);
  if (v->build == kIncompatible) out.append(v->build);
  return out;
}

std::string_view semver_major(std::string_view version) {
  const std::optional<Semver> v = parse_semver(version);
  return v ? version.substr(0, 1 + v->major.size()) : std::string_view{};
}

std::string_view semver_prerelease(std::string_view version) {
  const std::optional<Semver> v = parse_semver(version);
  return v ? v->prerelease : std::string_view{};
}

std::string_view semver_build(std::string_view version) {
  const std::optional<Semver> v = parse_semver(version);
  return v ? v->build : std::string_view{};
}

bool is_pseudo_version(std::string_view version) {
  constexpr std::size_t kTimeDigits = 14;
  const std::optional<Semver> v = parse_semver(version);
  if (!v || v->prerelease.empty()) return false;

  // prerelease = '-' BEFORE TIME '-' REVISION
  const std::size_t dash = v->prerelease.rfind('-');
  const std::string_view revision = v->prerelease.substr(dash + 1);
  if (revision.empty() || revision.find('.') != std::string_view::npos)
    return false;
  std::string_view before = v->prerelease.substr(0, dash);
  if (before.size() < 1 + kTimeDigits) return false;
  const std::string_view time = before.substr(before.size() - kTimeDigits);
  if (!std::all_of(time.begin(), time.end(), is_digit)) return false;
  before.remove_suffix(kTimeDigits);

  if (before == "-") return v->minor == "0" && v->patch == "0";
  return before == "-0." || before.ends_with(".0.");
}

std::string_view pseudo_version_time(std::string_view version) {
  constexpr std::size_t kDigits = 14;
  if (!is_pseudo_version(version)) return {};
  version = version.substr(0, version.find('+'));
  return version.substr(version.rfind('-') - kDigits, kDigits);
}

std::strong_ordering compare_versions(ModuleKind kind, std::string_view a,
                                      std::string_view b) {
  if (a.empty() || b.empty()) return a.empty() <=> b.empty();
  switch (kind) {
    case ModuleKind::kGo:
      return compare_go_versions(a, b);
    case ModuleKind::kToolchain:
      return compare_toolchains(a, b);
    case ModuleKind::kModule:
      break;
  }
  return compare_semver(a, b);
}

VersionDistance version_distance(std::string_view a, std::string_view b) {
  const std::optional<Semver> x = parse_semver(a);
  const std::optional<Semver> y = parse_semver(b);
  if (!x || !y) return VersionDistance::kNone;
  if (x->major != y->major) return VersionDistance::kMajor;
  if (x->minor != y->minor) return VersionDistance::kMinor;
  if (x->patch != y->patch) return VersionDistance::kPatch;
  if (x->prerelease == y->prerelease) return VersionDistance::kNone;
  return is_pseudo_version(a) || is_pseudo_version(b)
             ? VersionDistance::kPseudo
             : VersionDistance::kPrerelease;
}

}  // namespace modgraph
