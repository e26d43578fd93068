#pragma once

// Which requirements of main modules add many modules that nothing else adds?

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/model/digraph.h"
#include "engine/model/manifest.h"
#include "engine/model/module_graph.h"
#include "engine/model/project.h"

namespace modgraph {

/// When a requirement counts as heavy: it has to reach both.
struct HeavyOptions {
  std::uint32_t least_modules = 10;    // it alone brings, itself included
  std::uint32_t least_per_mille = 10;  // of the build list: 1 %
};

struct HeavyRequirement {
  ModuleId module{};
  std::uint32_t exclusive = 0;  // its exclusive weight, itself included
  /// How many modules leave the build list with its line and the indirect lines
  /// that only it needs. None: not known without go.mod files that resolve.
  std::optional<std::uint32_t> removes = std::nullopt;
  /// The go.mod with that line, an index; where `removes` is known.
  std::size_t manifest = 0;
};

/// Direct requirements of main modules with a large exclusive weight, the
/// heaviest first, then by path. Without any go.mod every requirement of a main
/// module counts as direct. `exclusive` is by module. O(modules + lines log).
std::vector<HeavyRequirement> heavy_requirements(
    const ModuleGraph& graph, const Digraph<ModuleId>& selected,
    std::span<const Manifest> manifests,
    std::span<const std::uint32_t> exclusive, const HeavyOptions& options = {});

/// Tries each of them, and keeps those that are as heavy as that; the heaviest
/// first. Of a module that several go.mod files require none is the one to
/// blame. O(requirements * (V + E)).
void weigh_by_dropping(const Project& project,
                       const Digraph<ModuleId>& selected,
                       std::vector<HeavyRequirement>& heavy,
                       const HeavyOptions& options = {});

/// The modules that main modules require directly, by module.
std::vector<bool> direct_requirements(const ModuleGraph& graph,
                                      const Digraph<ModuleId>& selected,
                                      std::span<const Manifest> manifests);

}  // namespace modgraph
