#pragma once

// Which versions of a module are asked for, by whom, and who decided?

#include <span>
#include <vector>

#include "engine/model/digraph.h"
#include "engine/model/module_graph.h"
#include "engine/model/version.h"

namespace modgraph {

/// One version that somebody asks for.
struct RequestedVersion {
  NodeId version;
  /// Every recorded requirer, selected or not, once each, by printed name
  /// bytewise ascending. A row of the requirers that find_drift() was given:
  /// valid as long as they are, moved or not.
  std::span<const NodeId> by;
};

/// A module that is asked for at several versions.
struct Drift {
  ModuleId module;
  NodeId selected;
  /// Requested versions, ascending; at least two. The last one is the selected
  /// version unless nobody asks for that one: a main module.
  std::vector<RequestedVersion> requested;

  /// Who asks for the selected version; empty when nobody does.
  std::span<const NodeId> decided_by() const {
    return requested.back().version == selected ? requested.back().by
                                                : std::span<const NodeId>();
  }
  /// What would be selected without those: the highest request below.
  const RequestedVersion& runner_up() const {
    const bool decided = requested.back().version == selected;
    return requested[requested.size() - (decided ? 2 : 1)];
  }
};

/// How far a request is from the selected version; kNone: it is that one, or
/// the selected one is a main module.
VersionDistance distance_from_selected(const ModuleGraph& graph,
                                       const Drift& drift,
                                       const RequestedVersion& request);

/// Modules (never go or toolchain) for which two or more distinct versions have
/// a requirer, ascending by path. `requirers` is what distinct_requirers()
/// (requirers.h) says of the graph. O(V + E).
std::vector<Drift> find_drift(const ModuleGraph& graph,
                              const Rows<NodeId>& requirers);

}  // namespace modgraph
