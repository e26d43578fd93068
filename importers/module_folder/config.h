#pragma once

// .modgraph.yaml: a folder's settings.
//
//   inputs:                # relative to the folder of this file
//     graph: graph.txt     # what `go mod graph` printed
//     mod: go.mod          # one name or a list of names
//     list: list.json      # what `go list -m -json all` printed
//   fail-on: error         # error, warning, note or none
//
// An unknown key is an error with its line and the nearest known one.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace modgraph {

/// A setting and where it is, so that an error can point at a wrong value.
struct ConfigValue {
  std::string value;  // "": not set
  SourcePosition where;
};

struct Config {
  ConfigValue graph;
  std::vector<ConfigValue> mod;
  ConfigValue list;
  ConfigValue fail_on;
};

/// Settings are short: more is an attack on the library that parses them.
inline constexpr std::uint64_t kMaxConfigBytes = std::uint64_t{64} << 10;
/// More errors than these are counted, not listed.
inline constexpr std::size_t kMaxConfigErrors = 20;
/// Files of one key.
inline constexpr std::size_t kMaxConfigFiles = 1'000;

/// Fails (kUsage) with the first errors of the file, each with line and column:
/// syntax, unknown and repeated keys, wrong types, a file named twice; and with
/// texts of more than kMaxConfigBytes. `file` is how errors name the file.
/// O(length).
Result<Config> parse_config(std::string file, std::string_view text);

}  // namespace modgraph
