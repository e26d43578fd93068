#pragma once

// What go.mod files say that the build does not need: those of selected modules
// that pruning left closed.

#include <optional>
#include <vector>

#include "cli/project/resolve_project.h"
#include "engine/model/digraph.h"

namespace modgraph {

/// Their requirements as edges between modules of the graph, for weights that
/// look behind pruning. Those that are not in the module cache are left out.
/// None where no summaries were read at all: a vendored build.
std::optional<std::vector<Edge<ModuleId>>> deep_requirements(Resolution& r);

}  // namespace modgraph
