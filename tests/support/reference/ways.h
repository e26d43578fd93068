#pragma once

// Reference of ways.h: every chain is tried, the shortest first.

#include <vector>

#include "engine/analysis/ways.h"
#include "tests/support/random_text.h"

namespace modgraph::reference {

ModuleWays ways(const Project& project, NodeId version);

/// go.mod files for the main modules of a graph: lines for some of what they
/// require, direct or not. Now and then a main module has none.
std::vector<Manifest> random_own_lines(test::Random& random,
                                       const ModuleGraph& graph);

}  // namespace modgraph::reference
