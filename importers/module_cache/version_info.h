#pragma once

// The .info files of a module cache: JSON that describes a version.
// Source: go.dev/ref/mod#goproxy-protocol, and how Go's encoding/json reads it:
// names in any capitals, unknown fields skipped, the last of repeated ones,
// null as no field.
// Tested by tests/importers/module_cache/version_info_test.cc.

#include <optional>
#include <string>
#include <string_view>

namespace modgraph {

/// The time of a version that states none, as Go prints it.
inline constexpr std::string_view kZeroTime = "0001-01-01T00:00:00Z";

struct VersionInfo {
  std::string version;          // "" if the file states none
  std::string time{kZeroTime};  // RFC 3339 as Go writes it
};

/// Nothing if the go command would refuse the file. O(length).
std::optional<VersionInfo> parse_version_info(std::string_view text);

}  // namespace modgraph
