#pragma once

// What is different between two builds?

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/project.h"
#include "engine/resolve/loader.h"

namespace modgraph {

/// A module version as a build uses it; its replacement has version "" when it
/// is a folder.
struct UsedVersion {
  std::string version;  // "" for a main module
  std::optional<ModuleVersion> replaced_by;
  friend bool operator==(const UsedVersion&, const UsedVersion&) = default;
};

/// A module that one of the builds uses otherwise, or not at all.
struct ModuleChange {
  std::string path;
  std::optional<UsedVersion> before;  // none: it was added
  std::optional<UsedVersion> after;   // none: it was removed
  /// How the version moved, where both have one.
  std::strong_ordering direction = std::strong_ordering::equal;
  /// What requires exactly the version of that build, by printed name: the
  /// reason for the change.
  std::vector<std::string> required_by_before;
  std::vector<std::string> required_by_after;
};

struct BuildDifference {
  std::vector<ModuleChange> modules;  // by path; go and toolchain among them
  std::size_t added = 0, removed = 0, changed = 0;  // of the modules proper
  bool none() const { return modules.empty(); }
};

/// Compares the build lists. O(modules + requirers of what changed).
BuildDifference build_difference(const ResolvedBuild& before,
                                 const ResolvedBuild& after);

/// The same for projects that were resolved (Project::resolved).
BuildDifference build_difference(const Project& before, const Project& after);

}  // namespace modgraph
