#pragma once

// Which lines of go.mod files take part in resolving, and for which main
// module?

#include <optional>
#include <span>
#include <vector>

#include "engine/model/manifest.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// The main module of the graph that a go.mod is of; none for a go.work, and
/// when the graph has no such main module.
std::optional<NodeId> main_of(const ModuleGraph& graph,
                              const Manifest& manifest);

/// The versions that go.mod files exclude. The go command drops a requirement
/// that any main module excludes.
class Exclusions {
 public:
  explicit Exclusions(std::span<const Manifest> manifests);
  bool contains(const ModuleVersion& module) const;

 private:
  std::vector<ModuleVersion> sorted_;
};

}  // namespace modgraph
