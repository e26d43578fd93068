#pragma once

// One of the two states that `modgraph diff` compares: a module or workspace as
// it is in a folder, or was in a commit, resolved, with all its go.mod files.

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/project/imported_project.h"
#include "cli/project/resolution.h"
#include "engine/analysis/difference/project_difference.h"
#include "engine/model/project.h"
#include "importers/module_cache/file_tree.h"

namespace modgraph {

struct DiffState {
  ImportedProject imported;
  /// Of the main modules, of go.work, and of folders that replace modules.
  std::vector<Manifest> manifests;
  /// Why the build is partial; what is told of it besides does not count.
  std::vector<std::string> partial_because;

  const Project& project() const { return imported.project; }
  ProjectState state() const { return {project(), manifests}; }
};

/// Where a state is.
struct DiffPlace {
  std::string folder;  // absolute: where the search for go.mod begins
  /// Files are named relative to this folder: both states call a file alike.
  std::string root;
  const FileTree* tree = &disk();
};

/// `place.tree` must outlive the state. Fails as resolving does.
Result<DiffState> read_diff_state(const DiffPlace& place,
                                  const ResolveOptions& options);

/// The folders that two folders are in, where their names are the same from
/// there on: "before" and "after" of before/api and after/api.
std::pair<std::string, std::string> naming_roots(std::string one,
                                                 std::string other);

}  // namespace modgraph
