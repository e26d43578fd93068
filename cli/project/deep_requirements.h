#pragma once

// What go.mod files say that the build does not need: those of selected modules
// that pruning left closed.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/project/resolve_project.h"
#include "engine/model/digraph.h"

namespace modgraph {

struct DeepRequirements {
  std::vector<Edge<ModuleId>> edges;  // between modules of the graph
  std::vector<std::string> versions;  // by edge: what is required
  std::size_t unread = 0;  // go.mod files that are not in the module cache
};

/// Their requirements, for answers that look behind pruning. None where no
/// summaries were read at all: a vendored build.
std::optional<DeepRequirements> deep_requirements(Resolution& r);

}  // namespace modgraph
