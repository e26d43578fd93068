#pragma once

// Which requirements of main modules add many modules that nothing else adds?

#include <cstdint>
#include <span>
#include <vector>

#include "engine/model/digraph.h"
#include "engine/model/manifest.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// When a requirement counts as heavy: it has to reach both.
struct HeavyOptions {
  std::uint32_t least_modules = 10;    // it alone brings, itself included
  std::uint32_t least_per_mille = 10;  // of the build list: 1 %
};

struct HeavyRequirement {
  ModuleId module{};
  std::uint32_t exclusive = 0;  // its exclusive weight, itself included
};

/// Direct requirements of main modules with a large exclusive weight, the
/// heaviest first, then by path. Without any go.mod every requirement of a main
/// module counts as direct. `exclusive` is by module. O(modules + lines log).
std::vector<HeavyRequirement> heavy_requirements(
    const ModuleGraph& graph, const Digraph<ModuleId>& selected,
    std::span<const Manifest> manifests,
    std::span<const std::uint32_t> exclusive, const HeavyOptions& options = {});

/// The modules that main modules require directly, by module.
std::vector<bool> direct_requirements(const ModuleGraph& graph,
                                      const Digraph<ModuleId>& selected,
                                      std::span<const Manifest> manifests);

}  // namespace modgraph
