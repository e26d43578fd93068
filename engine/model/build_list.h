#pragma once

// The build list: the selected version of every module, in the go command's
// order.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/model/manifest.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// Main modules ascending by path, then all other modules ascending by path,
/// each at its selected version; without go and toolchain. O(modules).
std::vector<NodeId> build_list(const ModuleGraph& graph);

/// A module of the build list as it is listed.
struct ListedModule {
  NodeId node{};
  std::optional<ModuleVersion> replaced_by = {};  // version "" is a folder
  /// Of the go.mod that was loaded for it; "" when none was, or without one.
  std::string go_version = {};
};

/// The build list with what replaces its modules according to the main modules'
/// go.mod files. O(modules * replace lines).
std::vector<ListedModule> listed_modules(const ModuleGraph& graph,
                                         std::span<const Manifest> manifests);

/// What replaces a module version according to the main modules' go.mod files:
/// the exact version's replacement before the one for all versions; never for a
/// main module. version "" is a folder. O(replace lines).
std::optional<ModuleVersion> replacement_of(std::span<const Manifest> manifests,
                                            const ModuleGraph& graph,
                                            NodeId node);

}  // namespace modgraph
