#pragma once

// Is it known what dependencies require?

#include "engine/model/project.h"

namespace modgraph {

/// False where a build was resolved from the main modules alone: from a vendor
/// folder, or without any go.mod of a dependency at hand. Then what leads to a
/// module, and which versions are required, is not known. O(V).
inline bool are_dependencies_read(const Project& project) {
  if (project.has_stand_ins || !project.requirements_known) return false;
  if (!project.resolved) return true;
  const ModuleGraph& graph = project.graph;
  const auto nodes = graph.nodes();
  const auto is_dependency = [&](NodeId n) {
    return !graph.is_main(n) &&
           graph.kind(graph.module_of(n)) == ModuleKind::kModule;
  };
  bool any = false;
  for (const NodeId n : nodes) {
    if (!is_dependency(n)) continue;
    if (graph.loaded(n) == Loaded::kYes) return true;
    any = true;
  }
  return !any;
}

}  // namespace modgraph
