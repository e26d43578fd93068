#pragma once

// Which modules do packages of the build come from, and what are they for?
//
// Answers hold for the build configuration that the package data was made in:
// a module that gives no package there may give one on another platform.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/model/manifest.h"
#include "engine/model/module_graph.h"
#include "engine/model/packages.h"

namespace modgraph {

/// What a module is in the build for; the first that is true.
enum class ModuleUse : std::uint8_t {
  kBuild,  // packages of the main modules import a package of it
  kTest,   // only their tests do, or tests and tools
  kTool,   // only packages that `tool` lines name
  kNone,   // no package comes from it
};

/// The package data and the graph are not of the same build.
struct PackagesDisagreement {
  enum class Kind : std::uint8_t {
    kOtherVersion,   // of a module
    kNotInGraph,     // the graph has no such module
    kNoMainPackage,  // no package of a main module is listed
    kMissingImport,  // a package is imported, and not listed
  };
  Kind kind = Kind::kOtherVersion;
  std::string path;           // of the module; of the package: kMissingImport
  std::string version;        // in the package data
  std::string graph_version;  // with kOtherVersion
  int line = 0;               // in the package data; 0: none
};

struct PackageUse {
  std::vector<ModuleUse> use;           // by module; kBuild for main modules
  std::vector<std::uint32_t> packages;  // by module: how many it gives
  /// By module: a package or test of a main module imports a package of it, or
  /// a `tool` line names one. `go mod tidy` keeps no `// indirect` on it.
  std::vector<bool> imported_by_mains;
  /// First those of modules, ascending by path, once each. When there are any,
  /// the data is not of this build, and the rest says nothing.
  std::vector<PackagesDisagreement> disagreements;
  /// The data was made without -test: what tests need is not known.
  bool lacks_tests = false;

  /// An import that no one module provides: what its package imports is not
  /// known. The smallest; empty: there is none.
  std::string unresolved_import;

  /// Whether answers may be drawn from it.
  bool is_sound() const {
    return disagreements.empty() && !lacks_tests && unresolved_import.empty();
  }
};

/// `manifests` name the tools. O(n log n) for n packages and imports.
PackageUse package_use(const ModuleGraph& graph,
                       std::span<const Manifest> manifests,
                       std::span<const PackageInfo> packages);

}  // namespace modgraph
