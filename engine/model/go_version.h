#pragma once

// Versions of Go itself: go lines ("1.21", "1.22rc1", "1.9.3") and names of
// toolchains ("go1.22.3-custom").
// Source: go.dev/doc/toolchain and go.dev/ref/mod#go-mod-file-go.
// Tested by tests/engine/model/go_version_test.cc.

#include <compare>
#include <optional>
#include <string_view>

namespace modgraph {

/// A Go version, taken apart; numbers are decimal, of any size. A missing patch
/// is "0" up to Go 1.20; since 1.21 it stays "", below every release.
struct GoVersion {
  std::string_view major;
  std::string_view minor;
  std::string_view patch;
  std::string_view kind;  // "", "alpha", "beta", "rc"; any lower-case letters
  std::string_view pre;   // the number after the kind, or ""
};

/// major[.minor[.patch | kind pre]] without leading zeros; nothing when the
/// text is malformed ("1.2.3rc1" is). O(length).
std::optional<GoVersion> parse_go_version(std::string_view version);

bool is_go_version(std::string_view version);

/// Orders two Go versions; malformed ones are lower than all others and equal
/// to each other. 1.20rc1 < 1.20 == 1.20.0, but 1.21 < 1.21rc1 < 1.21.0.
std::strong_ordering compare_go_versions(std::string_view a,
                                         std::string_view b);

/// Whether a version names a language version and no release of it: "1.21", but
/// neither "1.21.0" nor "1.20".
bool is_go_language_version(std::string_view version);

/// The Go version inside a toolchain name ("go1.22.0-custom" -> "1.22.0");
/// "" when it has none ("default", or anything with a slash).
std::string_view go_version_of_toolchain(std::string_view name);

/// Orders two toolchain names, or Go versions, or one of each.
std::strong_ordering compare_toolchains(std::string_view a, std::string_view b);

}  // namespace modgraph
