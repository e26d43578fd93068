#pragma once

// Where do main modules of one repository disagree?

#include <compare>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "engine/model/project.h"

namespace modgraph {

/// A main module: one of the builds that were compared, and one of its go.mod
/// files.
struct MainPlace {
  std::size_t build = 0;
  std::size_t manifest = 0;
  friend auto operator<=>(const MainPlace&, const MainPlace&) = default;
};

/// A requirement line in the go.mod of a main module.
struct RequiringLine {
  MainPlace main;
  const Requirement* line = nullptr;  // in the manifest
};

struct RequiredByMains {
  std::string version;
  std::vector<RequiringLine> by;  // in the order of the main modules
};

struct BuiltByMains {
  std::string version;
  std::vector<std::size_t> builds;  // ascending
};

struct ReplacedByMains {
  /// version "" is a folder, named from where all go.mod files are named; path
  /// "" is no replacement.
  ModuleVersion by;
  std::vector<MainPlace> mains;  // ascending
};

/// A module about which main modules disagree. Each list is empty where they
/// agree, else it has two or more rows; versions ascending.
struct CrossModuleDrift {
  std::string path;
  bool direct = false;  // some main module requires it without `// indirect`
  std::vector<RequiredByMains> required;
  std::vector<BuiltByMains> selected;
  std::vector<ReplacedByMains> replaced;  // the module itself first
};

/// All disagreements between the main modules of the builds, ascending by path.
///
/// A version counts where it is built: not where a replacement or a main module
/// of the same build takes its place. Lines that a go.mod excludes, and
/// versions that are queries, require nothing. A main module that does not have
/// the module in its build (in a workspace: neither requires nor replaces it)
/// has no say about replacements. Folders are compared by where they lead.
///
/// The builds must outlive the answer. O(n log n) for all lines and modules.
std::vector<CrossModuleDrift> cross_module_drift(
    std::span<const Project* const> builds);

}  // namespace modgraph
