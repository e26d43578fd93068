#pragma once

// Which modules did the time of a build go to?

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/build_timings.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// Where an action's package comes from.
enum class PackageOrigin : std::uint8_t {
  kModule,
  kStandard,  // the standard library, which is no module of the build
  kBuild,     // no package: a step of the build as a whole
  kUnknown,   // a module that the graph does not have
};

struct PackageHome {
  PackageOrigin origin = PackageOrigin::kUnknown;
  ModuleId module{};  // of kModule
};

/// The module with the longest path that begins the import path, as the build
/// list has one version of each. Packages of tests ("a/b [a/b.test]",
/// "a/b.test", "a/b_test") are those that they test. O(length * log modules).
PackageHome home_of_package(const ModuleGraph& graph,
                            std::string_view import_path);

/// A row of a table about another version than the selected one, or a package
/// or module that the graph has not.
struct UnknownTiming {
  std::string name;                     // package, or module path
  std::optional<std::string> version;   // that the table has; with `selected`
  std::optional<std::string> selected;  // of the graph; none: no such module
  std::uint64_t duration = 0;
  int line = 0;  // of a table; else 0
};

/// Durations are nanoseconds.
struct ModuleTimings {
  std::vector<std::uint64_t> duration;  // by module: of all its actions
  std::vector<bool> known;              // by module: the timings have it
  std::vector<PackageHome> home;        // by action
  std::uint64_t standard = 0;           // time of the standard library
  std::uint64_t unknown_duration = 0;
  std::vector<UnknownTiming> unknown;  // by name, once each
};

/// O(actions * length of their packages).
ModuleTimings module_timings(const ModuleGraph& graph,
                             const BuildTimings& timings);

}  // namespace modgraph
