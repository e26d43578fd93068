#pragma once

// Module versions as the go command compares them: semantic versions with
// numbers of any size, pseudo-versions, +incompatible. Go and toolchain
// versions are in go_version.h, path majors in module_path.h.
// Source: semver.org 2.0.0 and the Go modules reference (go.dev/ref/mod).
// Tested by tests/engine/model/version_test.cc.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/model/go_version.h"
#include "engine/model/module_kind.h"

namespace modgraph {

/// A semantic version, taken apart. The views point into the version that was
/// parsed, or at a constant "0" where a shorthand leaves a number out.
struct Semver {
  std::string_view major, minor, patch;  // decimal, of any size
  std::string_view prerelease;           // with its '-', or ""
  std::string_view build;                // with its '+', or ""
};

/// vMAJOR[.MINOR[.PATCH[-PRE][+BUILD]]]; no leading zeros; "v1" and "v1.2" are
/// valid shorthands. Nothing when the text is not one. One pass, O(length).
std::optional<Semver> parse_semver(std::string_view version);

bool is_semver(std::string_view version);

/// Precedence by semver.org §11: numbers by value, a release above its
/// pre-releases, identifiers from left to right. Build metadata does not count.
std::strong_ordering compare_semver(const Semver& a, const Semver& b);

/// Orders two semantic versions; an invalid one is lower than every valid one,
/// two invalid ones are equal. Reads each text once and allocates nothing.
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

/// Whether a version names a commit between tags, by one of
///   vX.0.0-TIME-REVISION            no tag before it
///   vX.Y.Z-0.TIME-REVISION          the tag before it is vX.Y.(Z-1)
///   vX.Y.Z-PRE.0.TIME-REVISION      the tag before it is vX.Y.Z-PRE
/// TIME is 14 digits; any of them may carry build metadata. Pseudo-versions are
/// ordered like any other version.
bool is_pseudo_version(std::string_view version);
/// The time of its commit, 14 digits, "20210128214336"; "" of other versions.
std::string_view pseudo_version_time(std::string_view version);

/// The order used by minimal version selection: "" (a main module) is highest;
/// then go versions for `go`, toolchain names for `toolchain`, else semver.
/// "none" is invalid and therefore lowest.
std::strong_ordering compare_versions(ModuleKind kind, std::string_view a,
                                      std::string_view b);

/// How far apart two versions are: the first field that differs. kNone when
/// they are equal, and when one of them is not a semantic version.
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
