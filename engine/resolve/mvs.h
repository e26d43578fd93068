#pragma once

// Minimal version selection: which version of every module a build uses.
//
// The rule (R. Cox, "Minimal Version Selection", 2018): follow all requirements
// from the target; of each module path take the highest version met, selected
// or not on the way. The functions here know nothing of go.mod files, pruning
// or replacements: what a module version requires is asked of a Requirements.
//
// Both run in time linear in the requirements they follow, without recursion.
// Tested by tests/engine/resolve/mvs_test.cc and mvs_go_table_test.cc.

#include <compare>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "engine/model/manifest.h"

namespace modgraph {

/// The version of a module that is not there: lower than all others, never
/// part of an answer.
inline constexpr std::string_view kNoVersion = "none";

/// What minimal version selection needs to know. Versions are opaque but for
/// kNoVersion.
struct Requirements {
  /// What a module version itself requires, in its own order; or why that
  /// cannot be known. The list must stay valid until the calling function here
  /// returns. Never asked for kNoVersion.
  std::function<tl::expected<std::span<const ModuleVersion>, std::string>(
      const ModuleVersion&)>
      required;

  /// The order of two versions of a path. The target must be the highest of
  /// its path, kNoVersion the lowest. By default the go command's order.
  std::function<std::strong_ordering(std::string_view path, std::string_view a,
                                     std::string_view b)>
      compare = order_of_go;

  static std::strong_ordering order_of_go(std::string_view path,
                                          std::string_view a,
                                          std::string_view b);
};

/// Why there is no answer: what is wrong with the last module of `path`, which
/// is a shortest chain of requirements from a target to it.
struct SelectionError {
  std::string reason;
  std::vector<ModuleVersion> path;  // empty when no requirement was followed

  /// As the go command prints it: one line per link, without the modules at
  /// the beginning that have no version.
  std::string message() const;
};

using Selection = tl::expected<std::vector<ModuleVersion>, SelectionError>;

/// The build list: the targets, then every other module met, by path, at its
/// selected version.
Selection build_list(std::span<const ModuleVersion> targets,
                     const Requirements& requirements);
Selection build_list(const ModuleVersion& target,
                     const Requirements& requirements);

/// The shortest requirement list, by path, from which `main` gets the same
/// build list; `base` names paths that must be in it. (Go calls this Req.)
/// Base paths that the build list does not have are left out.
Selection minimal_requirements(const ModuleVersion& main,
                               std::span<const std::string> base,
                               const Requirements& requirements);

}  // namespace modgraph
