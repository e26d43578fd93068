#pragma once

// What could the go command not load, and why?

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/manifest.h"
#include "engine/model/packages.h"

namespace modgraph {

/// One import that fails, however many packages it is told of.
struct FailedImport {
  /// The import path; empty: the error of a dependency that is not listed, and
  /// whose message does not name it.
  std::string package;
  PackageError error;
  int line = 0;  // of the package in the data
  /// Of an ambiguous import: the modules that all have the package, in the
  /// order of the message. A main module has no version.
  std::vector<ModuleVersion> modules;
};

/// In the order of the data, each once. O(n log n) for n errors.
std::vector<FailedImport> failed_imports(std::span<const PackageInfo> packages);

/// The modules that a message names: "ambiguous import: found package p in
/// multiple modules:" and a line for each. Empty: it says something else.
std::vector<ModuleVersion> ambiguous_modules(std::string_view message);

}  // namespace modgraph
