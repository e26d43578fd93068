#pragma once

// What the folder of a build, and the module cache that it was resolved from,
// say that the graph does not. Recorded graph text has none of it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/manifest.h"
#include "engine/model/vendored_modules.h"

namespace modgraph {

/// A vendor folder, compared with the go.mod files.
struct VendorFolder {
  std::string file;  // its modules.txt, as findings name it
  std::string text;  // for showing source lines
  VendoredModules modules;
  /// By the go command's rules, in its order.
  std::vector<VendorInconsistency> inconsistencies;
  /// Whether builds use the folder by default.
  bool automatic = false;
};

/// A requirement that an `exclude` directive takes out of the graph.
struct ExcludedRequirement {
  ModuleVersion excluded;
  ModuleVersion by;  // version "" for a main module
};

/// A `replace` directive in the go.mod of a dependency: it has no effect.
struct DependencyReplacement {
  ModuleVersion by;  // the module version in whose go.mod it is
  Replacement directive;
};

struct ModuleRootInfo {
  std::optional<VendorFolder> vendor;
  std::vector<ExcludedRequirement> excluded;  // ascending by what is excluded
  /// Module versions whose go.mod was read and has no sum in go.sum, ascending.
  /// None: not checked, as in a workspace, where the go command checks none.
  std::optional<std::vector<ModuleVersion>> missing_sums;
  std::string sum_file;  // how findings name the go.sum
  bool has_sum_file = false;
  std::vector<DependencyReplacement> replacements;  // ascending by `by`
  /// By main module: the folder of one of its commands (package main), relative
  /// to its go.mod, "." for the same folder. None: none was found.
  std::vector<std::optional<std::string>> commands;
  /// What could not be read, and what is not known for it; sentences.
  std::vector<std::string> unread;
};

}  // namespace modgraph
