#include "engine/model/go_version.h"

#include "engine/model/decimal.h"

namespace modgraph {
namespace {

// The first release whose language version and .0 release differ.
constexpr std::string_view kFirstStrictMinor = "21";

// Cuts the number off the front of `text`; "" when there is none.
std::string_view cut_number(std::string_view& text) {
  const std::string_view number = text.substr(0, decimal_length(text));
  text.remove_prefix(number.size());
  return number;
}

std::string_view cut_letters(std::string_view& text) {
  std::size_t n = 0;
  while (n < text.size() && 'a' <= text[n] && text[n] <= 'z') ++n;
  const std::string_view letters = text.substr(0, n);
  text.remove_prefix(n);
  return letters;
}

// A version in a place where a toolchain name is expected counts as itself.
std::string_view version_of_toolchain_or_version(std::string_view text) {
  return is_go_version(text) ? text : go_version_of_toolchain(text);
}

}  // namespace

std::optional<GoVersion> parse_go_version(std::string_view version) {
  GoVersion out;
  std::string_view rest = version;
  out.major = cut_number(rest);
  if (out.major.empty()) return std::nullopt;
  if (rest.empty()) {
    out.minor = out.patch = "0";
    return out;
  }
  if (rest.front() != '.') return std::nullopt;
  rest.remove_prefix(1);
  out.minor = cut_number(rest);
  if (out.minor.empty()) return std::nullopt;
  if (rest.empty()) {
    if (compare_decimal(out.minor, kFirstStrictMinor) < 0) out.patch = "0";
    return out;
  }
  if (rest.front() == '.') {
    rest.remove_prefix(1);
    out.patch = cut_number(rest);
    if (out.patch.empty() || !rest.empty()) return std::nullopt;
    return out;
  }
  out.kind = cut_letters(rest);
  if (out.kind.empty()) return std::nullopt;
  if (rest.empty()) return out;
  out.pre = cut_number(rest);
  if (out.pre.empty() || !rest.empty()) return std::nullopt;
  return out;
}

bool is_go_version(std::string_view version) {
  return parse_go_version(version).has_value();
}

std::strong_ordering compare_go_versions(std::string_view a,
                                         std::string_view b) {
  const std::optional<GoVersion> x = parse_go_version(a);
  const std::optional<GoVersion> y = parse_go_version(b);
  if (!x || !y) return x.has_value() <=> y.has_value();
  if (auto c = compare_decimal(x->major, y->major); c != 0) return c;
  if (auto c = compare_decimal(x->minor, y->minor); c != 0) return c;
  if (auto c = compare_decimal(x->patch, y->patch); c != 0) return c;
  if (auto c = x->kind.compare(y->kind) <=> 0; c != 0) return c;
  return compare_decimal(x->pre, y->pre);
}

bool is_go_language_version(std::string_view version) {
  const std::optional<GoVersion> v = parse_go_version(version);
  return v && v->patch.empty() && v->kind.empty();
}

std::string_view go_version_of_toolchain(std::string_view name) {
  // A name with a slash could lead out of PATH.
  if (name.find_first_of("/\\") != std::string_view::npos) return {};
  if (!name.starts_with("go")) return {};
  name.remove_prefix(2);
  name = name.substr(0, name.find_first_of(" \t-"));
  return is_go_version(name) ? name : std::string_view{};
}

std::strong_ordering compare_toolchains(std::string_view a,
                                        std::string_view b) {
  return compare_go_versions(version_of_toolchain_or_version(a),
                             version_of_toolchain_or_version(b));
}

}  // namespace modgraph
