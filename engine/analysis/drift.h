#pragma once

// Which versions of a module are asked for, by whom, and who decided?

#include <cstddef>
#include <vector>

#include "engine/model/module_graph.h"
#include "engine/model/version.h"

namespace modgraph {

/// One version that somebody asks for.
struct RequestedVersion {
  NodeId version;
  /// Every recorded requirer, selected or not, once each, by printed name
  /// bytewise ascending.
  std::vector<NodeId> by;
};

/// A module that is asked for at several versions.
struct Drift {
  ModuleId module;
  NodeId selected;
  /// Requested versions, ascending; at least two.
  std::vector<RequestedVersion> requested;
  /// How far the lowest request is from the selected version.
  VersionDistance distance = VersionDistance::kNone;
};

/// Modules (never go or toolchain) for which two or more distinct versions have
/// a requirer, ascending by path. O(V + E log E).
std::vector<Drift> find_drift(const ModuleGraph& graph);

/// The requirers of one exact version, once each, by printed name bytewise
/// ascending.
std::vector<NodeId> distinct_requirers(const ModuleGraph& graph,
                                       NodeId version);

/// A shortest chain of recorded requirements from a main module to `target`,
/// both ends included; empty when there is none. Ties go to the smallest ids.
/// O(V + E).
std::vector<NodeId> shortest_chain(const ModuleGraph& graph, NodeId target);

/// The same for many targets with one traversal: parents of a breadth-first
/// tree from the main modules.
class ShortestChains {
 public:
  explicit ShortestChains(const ModuleGraph& graph);
  bool reaches(NodeId target) const;
  std::vector<NodeId> to(NodeId target) const;

 private:
  std::vector<NodeId> parent_;
};

}  // namespace modgraph
