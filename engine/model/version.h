#pragma once

// Versions as the go command compares them: semantic versions with numbers of
// any size, pseudo-versions, +incompatible; path majors.
// Source: semver.org 2.0.0 and the Go modules reference (go.dev/ref/mod).
// Tested by tests/engine/model/version_test.cc.

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/model/module_graph.h"

namespace modgraph {

/// vMAJOR[.MINOR[.PATCH[-PRE][+BUILD]]]; no leading zeros; "v1" and "v1.2" are
/// valid shorthands. O(length).
bool is_semver(std::string_view version);

/// Orders two semantic versions; an invalid one is lower than every valid one,
/// two invalid ones are equal. Build metadata does not count. O(length).
std::strong_ordering compare_semver(std::string_view a, std::string_view b);

/// The canonical form of a module version: ".0" filled in, build metadata
/// dropped unless it is exactly "+incompatible". "" when invalid.
std::string canonical_version(std::string_view version);

/// "v1" of "v1.2.3"; "" when invalid.
std::string_view semver_major(std::string_view version);
/// "-rc.1" of "v1.2.3-rc.1+meta"; "" when there is none.
std::string_view semver_prerelease(std::string_view version);
/// "+meta" of "v1.2.3+meta"; "" when there is none.
std::string_view semver_build(std::string_view version);

/// v0.0.0-20200101000000-abcdefabcdef and its two longer forms.
bool is_pseudo_version(std::string_view version);

/// Go language versions ("1.21", "1.22rc1", "1.9.3"); malformed ones are lower
/// than all others and equal to each other.
bool is_go_version(std::string_view version);
std::strong_ordering compare_go_versions(std::string_view a,
                                         std::string_view b);

/// The Go version inside a toolchain name ("go1.22.0-custom" -> "1.22.0");
/// "" when it has none ("default").
std::string_view go_version_of_toolchain(std::string_view name);

/// The order used by minimal version selection: "" (a main module) is highest;
/// then go versions for `go`, toolchain names for `toolchain`, else semver.
/// "none" is invalid and therefore lowest.
std::strong_ordering compare_versions(ModuleKind kind, std::string_view a,
                                      std::string_view b);

/// kGo for "go", kToolchain for "toolchain", else kModule.
ModuleKind module_kind(std::string_view path);

/// How far apart two versions are: the first field that differs.
enum class VersionDistance : std::uint8_t {
  kNone,
  kPrerelease,
  kPseudo,  // at least one of them is a pseudo-version of the same x.y.z
  kPatch,
  kMinor,
  kMajor,
};
VersionDistance version_distance(std::string_view a, std::string_view b);

}  // namespace modgraph
