#pragma once

// How many bytes of source does a direct dependency bring?

#include <cstdint>
#include <span>
#include <vector>

#include "engine/analysis/graph/dominators.h"
#include "engine/model/ids.h"
#include "engine/model/project.h"

namespace modgraph {

/// The archives in the module cache of the modules that a build has for one
/// module alone, itself included.
struct BroughtSource {
  std::uint64_t bytes = 0;
  std::uint32_t unknown = 0;  // modules of which no archive is there
};

/// By element of `of`, which are modules of the project's graph; `tree` is its
/// exclusive_tree(). O(V + E) and the square of what of `of` is nested.
std::vector<BroughtSource> brought_sources(const Project& project,
                                           const DominatorTree<ModuleId>& tree,
                                           std::span<const ModuleId> of);

}  // namespace modgraph
