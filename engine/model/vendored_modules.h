#pragma once

// vendor/modules.txt as data: which modules a vendor folder was made from.
// importers/module_folder/vendor_modules.h reads it,
// engine/resolve/vendor_consistency.h compares it with go.mod. Source:
// go.dev/ref/mod#vendoring, and the go command's behaviour (1.26).

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/model/manifest.h"

namespace modgraph {

/// What the file says of one module version, on all of its lines together.
struct VendoredModule {
  /// version "": the replacement of all versions of a path.
  ModuleVersion module;
  bool is_explicit = false;  // a go.mod of ours requires it
  std::string go_version;    // of its go line, as written; "" if not stated
  std::string newest_go;     // the highest, where several lines state one
  /// What replaces it; version "" is a folder.
  std::optional<ModuleVersion> replacement;
  std::vector<std::string> packages;  // those that were copied, in file order
  int line = 0;                       // where it is first named, from 1
};

struct VendoredModules {
  /// Made by `go work vendor`, not by `go mod vendor`.
  bool for_workspace = false;
  /// Each module version once, in the order in which the file names them.
  std::vector<VendoredModule> modules;
  /// The modules that packages were copied from: these are in the build. Of
  /// several versions of one path the last is the highest. (Go's vendorList.)
  std::vector<std::size_t> suppliers;
  /// The replaced ones, once for each line that says so. (Go's
  /// vendorReplaced.)
  std::vector<std::size_t> replaced;
};

/// How inconsistencies name the file.
inline constexpr const char* kVendorModulesFile = "vendor/modules.txt";

/// Where a modules.txt does not fit the go.mod files.
struct VendorInconsistency {
  ModuleVersion module;
  std::string what;      // "is replaced in go.mod, but ...": the go command's
  SourcePosition where;  // the directive, or the line of modules.txt
};

}  // namespace modgraph
