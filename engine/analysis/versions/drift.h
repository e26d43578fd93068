#pragma once

// Which versions of a module are required, by which modules, and which of them
// selected the version of the build?

#include <span>
#include <vector>

#include "engine/model/digraph.h"
#include "engine/model/module_graph.h"
#include "engine/model/version.h"

namespace modgraph {

/// One version that is required.
struct RequiredVersion {
  NodeId version;
  /// Every recorded requirer, selected or not, once each, by printed name
  /// bytewise ascending. A row of the requirers that find_drift() was given:
  /// valid as long as they are, moved or not.
  std::span<const NodeId> by;
};

/// A module that is required at several versions.
struct Drift {
  ModuleId module;
  NodeId selected;
  /// Required versions, ascending; at least two. The last one is the selected
  /// version unless nothing requires that one: a main module.
  std::vector<RequiredVersion> required;

  /// What requires the selected version; empty when nothing does.
  std::span<const NodeId> selected_by() const {
    return required.back().version == selected ? required.back().by
                                               : std::span<const NodeId>();
  }
  /// What would be selected without those: the highest required version below.
  const RequiredVersion& runner_up() const {
    const bool decided = required.back().version == selected;
    return required[required.size() - (decided ? 2 : 1)];
  }
};

/// How far a required version is from the selected one; kNone: it is that one,
/// or the selected one is a main module.
VersionDistance distance_from_selected(const ModuleGraph& graph,
                                       const Drift& drift,
                                       const RequiredVersion& request);

/// Modules (never go or toolchain) for which two or more distinct versions have
/// a requirer, ascending by path. `requirers` is what distinct_requirers()
/// (requirers.h) says of the graph. O(V + E).
std::vector<Drift> find_drift(const ModuleGraph& graph,
                              const Rows<NodeId>& requirers);

}  // namespace modgraph
