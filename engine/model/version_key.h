#pragma once

// Versions as numbers, so that sorting them rarely has to read them again.

#include <cstdint>
#include <string_view>

namespace modgraph {

/// The key of what is no semantic version, and only of that.
inline constexpr std::uint64_t kNoVersionKey = 0;

/// The key of "", a main module, and only of that.
inline constexpr std::uint64_t kMainVersionKey = ~std::uint64_t{0};

/// A number that orders module versions as compare_versions() does for modules,
/// but says "equal" more often: where it does, compare the versions. It knows
/// MAJOR.MINOR.PATCH of usual sizes, and releases from pre-releases. One pass,
/// O(length).
/// Tested by tests/engine/model/version_key_test.cc.
std::uint64_t version_key(std::string_view version);

}  // namespace modgraph
