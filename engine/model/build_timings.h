#pragma once

// How long the parts of a build took: what `go build -debug-actiongraph` wrote
// down, or a table of modules. Durations are nanoseconds.

#include <cstdint>
#include <string>
#include <vector>

namespace modgraph {

/// One step of a build: compiling a package, linking, looking into the cache.
struct BuildAction {
  std::uint64_t id = 0;     // as the file numbers it
  std::string mode;         // "build", "link", "build check cache"
  std::string package;      // import path; "" for the build as a whole
  std::uint64_t start = 0;  // since the first action started
  std::uint64_t duration = 0;
  std::vector<std::uint32_t> needs;  // places in BuildTimings::actions
};

/// One row of a table.
struct ModuleDuration {
  std::string path;
  std::string version;  // "": not said
  std::uint64_t duration = 0;
  int line = 0;
};

/// An action names another one that the file does not have.
struct MissingAction {
  std::uint64_t id = 0;   // what is not there
  std::string needed_by;  // "build example.com/lib"
  int line = 0;           // of the action that names it
};

/// Either actions or modules. Actions do not need each other in a cycle, and
/// the sum of all durations fits 63 bits.
struct BuildTimings {
  std::string file;
  std::vector<BuildAction> actions;  // in the order of the file
  std::vector<ModuleDuration> modules;
  std::vector<MissingAction> missing;
  bool from_actions() const { return !actions.empty(); }
};

}  // namespace modgraph
