#pragma once

// Why is this module here, and why at this version?

#include <optional>
#include <string>
#include <vector>

#include "engine/model/digraph.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// What would be selected if one requirement were not there.
struct WithoutDecider {
  NodeId decider{};
  /// None: the module would leave the build.
  std::optional<NodeId> selected;
  /// The answer is at least this: a version takes part whose go.mod was not
  /// loaded, so that what it requires is not known.
  bool is_bound = false;
};

struct Why {
  ModuleId module{};
  NodeId version{};  // the one that was asked about; else the selected one
  /// A shortest chain of recorded requirements from a main module to it; empty
  /// when there is none.
  std::vector<NodeId> chain;
  /// Which module versions require exactly this version, by printed name. For
  /// the selected version these have decided.
  std::vector<NodeId> requirers;
  /// The next lower version that is required.
  std::optional<NodeId> runner_up;
  std::vector<NodeId> runner_up_requirers;
  /// One for each requirer when the version is the selected one and not that of
  /// a main module: that one requirement removed, the versions selected again
  /// over what is recorded and still reached.
  std::vector<WithoutDecider> without;
  /// Paths from the main modules in the condensed selected graph
  /// (path_count.h).
  std::string path_count;
};

/// `version` belongs to `module`. O(V + E).
Why why(const ModuleGraph& graph, const Digraph<ModuleId>& selected,
        NodeId version);

}  // namespace modgraph
