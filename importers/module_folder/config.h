#pragma once

// .modgraph.yaml: a folder's settings.
//
//   version: 1             # needed for all but inputs and fail-on
//   inputs:                # relative to the folder of this file
//     graph: graph.txt     # what `go mod graph` printed
//     mod: go.mod          # one name or a list of names
//     list: list.json      # what `go list -m -json all` printed
//     packages: pkgs.json  # what `go list -deps -test -json ./...` printed
//     timings: build.json  # an action graph, or a table
//   fail-on: error         # error, warning, note or none
//   rules:                 # by code or name: a level, or a mapping
//     MG1002: none
//     version-drift: {level: warning, ignore: ["golang.org/x/**"]}
//   ignore:                # findings that are known, each with a reason
//     - {rule: MG2002, module: a.example/b, in: "services/**",
//        reason: waiting for v2, until: 2027-03-01}
//   policy:                # what is not wanted (engine/model/policy.h)
//     banned: [{module: a.example/old, versions: "< v1.2.0", reason: unsafe}]
//     limits: {modules: 500}
//     forbidden-edges: [{from: "a/**", to: "b/**", reason: layers}]
//     replace: {allow: ["./**"], versions-only: false}
//   baseline: {file: .modgraph-baseline.json, ratchet: true}
//
// An unknown key or rule is an error with its line and the nearest known one.
// Tested by tests/importers/module_folder/config_test.cc.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/policy.h"
#include "engine/model/silence.h"
#include "importers/module_folder/config_value.h"

namespace modgraph {

struct Config {
  ConfigValue version;  // "1", or not set
  ConfigValue graph;
  std::vector<ConfigValue> mod;
  ConfigValue list;
  ConfigValue packages;
  ConfigValue timings;
  ConfigValue fail_on;
  std::vector<RuleSetting> rules;
  std::vector<Silence> ignore;
  Policy policy;
  ConfigValue baseline;  // a file
  bool ratchet = false;  // what it lists and is gone is an error
  SourcePosition ratchet_where;
};

/// Settings are short: more is an attack on the library that parses them.
inline constexpr std::uint64_t kMaxConfigBytes = std::uint64_t{64} << 10;

/// Fails (kUsage) with the first errors of the file, each with line and column:
/// syntax, unknown and repeated keys, wrong types, a file named twice; and with
/// texts of more than kMaxConfigBytes. `file` is how errors name the file, `rules`
/// are all that there are; none: their names are not looked at. O(length * rules).
Result<Config> parse_config(std::string file, std::string_view text,
                            std::span<const RuleName> rules = {});

}  // namespace modgraph
