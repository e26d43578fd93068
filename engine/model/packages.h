#pragma once

// What `go list -deps -test -json` says of packages, for one build
// configuration (GOOS, GOARCH, build tags): what is imported, and which module
// it comes from. Field names and meaning are those of the go command (`go help
// list`).

#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.h"

namespace modgraph {

/// The module of a package. All empty for the standard library.
struct PackageModule {
  std::string path;
  std::string version;  // "" for a main module
  bool main = false;
};

/// Why a package, or one that it imports, cannot be loaded: `go list -e` goes on.
struct PackageError {
  std::string message;  // may have several lines
  /// The import that fails, in a Go file, where the go command names one. The
  /// file is relative to the folder that it ran in, or absolute.
  SourcePosition where;
  std::vector<std::string> import_stack;  // from a named package

  bool operator==(const PackageError& other) const {
    return message == other.message && where.file == other.where.file &&
           where.line == other.where.line && where.column == other.where.column;
  }
};

/// One object of the stream. An absent field is empty or false.
struct PackageInfo {
  /// "a/b"; "a/b [a/b.test]" when it was compiled again for a test; "a/b.test"
  /// for the program of a test.
  std::string import_path;
  std::string name;
  std::string for_test;  // the package whose test it was compiled for
  PackageModule module;
  bool standard = false;
  bool dep_only = false;  // not named on the command line: a dependency
  std::vector<std::string> imports;
  /// Its test files import something, whether or not that is listed.
  bool has_test_imports = false;
  std::optional<PackageError> error;      // its own
  std::vector<PackageError> deps_errors;  // of what it imports, however far
  int line = 0;  // where its object begins in the input
};

}  // namespace modgraph
