#pragma once

// A requirement graph in the order in which `go mod graph` prints it: enough to
// write its lines, and quicker to make than a ModuleGraph.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/model/manifest.h"

namespace modgraph {

struct RequirementWalk {
  /// Breadth first from the roots. They belong to whoever made the walk.
  std::vector<const ModuleVersion*> vertices;
  /// By vertex, and the end: where its requirements begin.
  std::vector<std::uint32_t> offsets{0};
  /// Vertices, by number, in the order of go.mod files; repeats are kept.
  std::vector<std::uint32_t> targets;

  std::span<const std::uint32_t> requirements(std::size_t vertex) const {
    return {targets.data() + offsets[vertex],
            offsets[vertex + 1] - offsets[vertex]};
  }
};

}  // namespace modgraph
