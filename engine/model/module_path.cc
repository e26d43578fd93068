#include "engine/model/module_path.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "engine/base/utf8.h"
#include "engine/model/decimal.h"
#include "engine/model/version.h"

namespace modgraph {
namespace {

enum class PathKind { kModule, kImport, kVersion };

constexpr bool is_lower(char c) { return 'a' <= c && c <= 'z'; }
constexpr bool is_upper(char c) { return 'A' <= c && c <= 'Z'; }

using Bytes = std::array<bool, 256>;

constexpr Bytes letters_digits_and(std::string_view marks) {
  Bytes out{};
  for (std::size_t i = 0; i < out.size(); ++i) {
    const char c = static_cast<char>(i);
    out[i] = is_digit(c) || is_lower(c) || is_upper(c) ||
             marks.find(c) != std::string_view::npos;
  }
  return out;
}

// Module paths end up in URLs; files can be named more freely.
constexpr Bytes kInModulePath = letters_digits_and("-._~");
constexpr Bytes kInImportPath = letters_digits_and("-._~+");
constexpr Bytes kInFileName = letters_digits_and("#$%&()+,-.=@[]^_{}~ ");

const Bytes& allowed_in(PathKind kind) {
  return kind == PathKind::kModule   ? kInModulePath
         : kind == PathKind::kImport ? kInImportPath
                                     : kInFileName;
}

// The character that `text` begins with, between single quotes; anything but
// printable ASCII is escaped, because a terminal may show the refusal.
std::string quoted_first(std::string_view text) {
  const char32_t c = first_code_point(text).value;
  if (c == '\'' || c == '\\') return {'\'', '\\', static_cast<char>(c), '\''};
  if ('\a' <= c && c <= '\r') return {'\'', '\\', "abtnvfr"[c - '\a'], '\''};
  if (' ' <= c && c <= '~') return {'\'', static_cast<char>(c), '\''};
  static constexpr std::string_view kHex = "0123456789abcdef";
  const int digits = c < 0x80 ? 2 : c < 0x10000 ? 4 : 8;
  std::string out = digits == 2 ? "'\\x" : digits == 4 ? "'\\u" : "'\\U";
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
    out += kHex[(c >> shift) & 0xF];
  return out + "'";
}

// Windows keeps these names for devices, whatever their case and extension.
bool reserved_on_windows(std::string_view stem) {
  static constexpr std::array<std::string_view, 6> kNames = {
      "con", "prn", "aux", "nul", "com", "lpt"};
  if (stem.size() != 3 && stem.size() != 4) return false;
  std::string name(stem);
  for (char& c : name)
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  const bool numbered = name.size() == 4 && '1' <= name[3] && name[3] <= '9';
  if (name.size() != 3 && !numbered) return false;
  const auto* found =
      std::find(kNames.begin(), kNames.end(), name.substr(0, 3));
  if (found == kNames.end()) return false;
  return numbered == (found - kNames.begin() >= 4);
}

// "PROGRA~1": what Windows calls a long name in its old spelling.
bool windows_short_name(std::string_view stem) {
  const std::size_t tilde = stem.rfind('~');
  if (tilde == std::string_view::npos || tilde + 1 == stem.size()) return false;
  return std::all_of(stem.begin() + static_cast<std::ptrdiff_t>(tilde) + 1,
                     stem.end(), is_digit);
}

Refusal check_element(std::string_view element, PathKind kind) {
  if (element.empty()) return "empty path element";
  if (element.find_first_not_of('.') == std::string_view::npos)
    return "invalid path element \"" + std::string(element) + "\"";
  if (element.front() == '.' && kind == PathKind::kModule)
    return "leading dot in path element";
  if (element.back() == '.') return "trailing dot in path element";
  const Bytes& allowed = allowed_in(kind);
  for (std::size_t i = 0; i < element.size(); ++i)
    if (!allowed[static_cast<unsigned char>(element[i])])
      return "invalid char " + quoted_first(element.substr(i));

  const std::string_view stem = element.substr(0, element.find('.'));
  if (reserved_on_windows(stem))
    return "\"" + std::string(stem) +
           "\" disallowed as path element component on Windows";
  if (kind != PathKind::kVersion && windows_short_name(stem))
    return "trailing tilde and digits in path element";
  return std::nullopt;
}

Refusal check_path(std::string_view path, PathKind kind) {
  if (valid_utf8_prefix(path) != path.size()) return "invalid UTF-8";
  if (path.empty()) return "empty string";
  if (path.front() == '-') return "leading dash";
  if (path.find("//") != std::string_view::npos) return "double slash";
  if (path.back() == '/') return "trailing slash";
  for (std::size_t start = 0; start <= path.size();) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    if (auto why = check_element(path.substr(start, end - start), kind))
      return why;
    start = end + 1;
  }
  return std::nullopt;
}

// gopkg.in has its own rule: every path ends in .vN, for any N.
PathParts split_gopkg_in(std::string_view path) {
  static constexpr std::string_view kUnstable = "-unstable";
  std::size_t i = path.size();
  if (path.ends_with(kUnstable)) i -= kUnstable.size();
  const std::size_t end = i;
  while (i > 0 && is_digit(path[i - 1])) --i;
  if (i <= 1 || path[i - 1] != 'v' || path[i - 2] != '.' || i == path.size())
    return {path, {}, false};
  // Without digits only the suffix is left: "/x.v-unstable" is taken as it is.
  const bool zero_led = i < path.size() && path[i] == '0';
  if (zero_led && (end - i > 1 || end != path.size())) return {path, {}, false};
  return {path.substr(0, i - 2), path.substr(i - 2), true};
}

std::string escaped(std::string_view text) {
  if (std::none_of(text.begin(), text.end(), is_upper))
    return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (char c : text) {
    if (is_upper(c)) out += '!';
    out += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

}  // namespace

Refusal check_module_path(std::string_view path) {
  if (auto why = check_path(path, PathKind::kModule)) return why;
  const std::string_view first = path.substr(0, path.find('/'));
  if (first.find('.') == std::string_view::npos)
    return "missing dot in first path element";
  for (std::size_t i = 0; i < first.size(); ++i)
    if (!is_lower(first[i]) && !is_digit(first[i]) && first[i] != '-' &&
        first[i] != '.')
      return "invalid char " + quoted_first(first.substr(i)) +
             " in first path element";
  if (!split_path_version(path).ok) return "invalid version";
  return std::nullopt;
}

Refusal check_import_path(std::string_view path) {
  return check_path(path, PathKind::kImport);
}

Refusal check_version_element(std::string_view version) {
  if (check_element(version, PathKind::kVersion))
    return "disallowed version string";
  return std::nullopt;
}

PathParts split_path_version(std::string_view path) {
  if (path.starts_with("gopkg.in/")) return split_gopkg_in(path);
  std::size_t i = path.size();
  while (i > 0 && (is_digit(path[i - 1]) || path[i - 1] == '.')) --i;
  if (i <= 1 || i == path.size() || path[i - 1] != 'v' || path[i - 2] != '/')
    return {path, {}, true};
  const std::string_view number = path.substr(i);
  if (number.find('.') != std::string_view::npos || number[0] == '0' ||
      number == "1")
    return {path, {}, false};
  return {path.substr(0, i - 2), path.substr(i - 2), true};
}

Refusal check_path_major(std::string_view version,
                         std::string_view path_major) {
  static constexpr std::string_view kUnstable = "-unstable";
  if (path_major.starts_with(".v") && path_major.ends_with(kUnstable))
    path_major.remove_suffix(kUnstable.size());
  if (version.starts_with("v0.0.0-") && path_major == ".v1")
    return std::nullopt;
  const std::string_view major = semver_major(version);
  std::string_view wanted = path_major;
  if (path_major.empty()) {
    if (major == "v0" || major == "v1" ||
        semver_build(version) == "+incompatible")
      return std::nullopt;
    wanted = "v0 or v1";
  } else if (path_major[0] == '/' || path_major[0] == '.') {
    wanted.remove_prefix(1);
    if (major == wanted) return std::nullopt;
  }
  return "should be " + std::string(wanted) + ", not " + std::string(major);
}

bool match_path_major(std::string_view version, std::string_view path_major) {
  return !check_path_major(version, path_major);
}

Spelling escape_path(std::string_view path) {
  if (auto why = check_module_path(path))
    return tl::unexpected<std::string>(std::move(*why));
  return escaped(path);
}

Spelling escape_version(std::string_view version) {
  if (auto why = check_version_element(version))
    return tl::unexpected<std::string>(std::move(*why));
  return escaped(version);
}

}  // namespace modgraph
