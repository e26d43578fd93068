#pragma once

// The module graph of a build as the go command loads it: which go.mod files
// are loaded, what each requires, which version of every path is selected.
//
// A requirement that the graph pruning leaves out is not loaded: the module
// version is a vertex, its own requirements are unknown. Everything recorded
// counts for the selection, whether or not the version that requires it is
// selected itself.
// Source: go.dev/ref/mod#graph-pruning, #minimal-version-selection,
// #workspaces. Cost: linear in the requirements that are read, plus comparing
// versions. Tested by tests/engine/resolve/loader_test.cc and
// tests/oracle/oracle.py.

#include <span>
#include <vector>

#include "engine/resolve/effective_modules.h"

namespace modgraph {

/// "No version of this path": lower than all others.
inline constexpr VersionId kNoVersionId = 0xffffffff;

class RequirementGraph {
 public:
  /// Where the walk begins: the main module, or the modules of a workspace
  /// together with its go and toolchain.
  std::span<const VersionId> roots() const { return roots_; }

  /// What a module version requires, in file order; nothing when it is not
  /// loaded.
  std::span<const VersionId> requirements(VersionId module) const {
    return module < rows_.size() ? rows_[module].targets
                                 : std::span<const VersionId>();
  }
  bool is_open(VersionId module) const {
    return module < rows_.size() && rows_[module].open;
  }

  /// The highest version of a path, kNoVersionId when there is none.
  VersionId selected(std::uint32_t path_id) const {
    return path_id < selected_.size() ? selected_[path_id] : kNoVersionId;
  }

  /// Every vertex once, breadth first from the roots, as it is printed.
  std::vector<VersionId> breadth_first() const;

  /// The roots' selected versions, then all others by path.
  std::vector<VersionId> build_list(const VersionTable& table) const;

  /// Vertices that should have been loaded and could not be, in the order of
  /// breadth_first().
  const std::vector<VersionId>& faulty() const { return faulty_; }

 private:
  friend class GraphReader;
  struct Row {
    std::span<const VersionId> targets;
    bool open = false;
  };
  std::vector<VersionId> roots_;
  std::vector<VersionId> main_requirements_;  // of the only main module
  std::vector<Row> rows_;                     // by VersionId
  std::vector<VersionId> selected_;           // by path id
  std::vector<VersionId> faulty_;
};

/// Reads the graph from the roots: those of a single module are what its go.mod
/// requires, those of a workspace its modules, go and toolchain.
RequirementGraph read_requirement_graph(EffectiveModules& modules,
                                        Pruning pruning,
                                        std::span<const VersionId> roots);

/// The order of two versions of one path; a main module is highest.
std::strong_ordering compare_ids(const VersionTable& table, VersionId a,
                                 VersionId b);

/// By path bytewise, then by version. (Go's ModSort.)
void sort_modules(const VersionTable& table, std::vector<VersionId>& modules);

}  // namespace modgraph
