#pragma once

// Faults of a module graph as errors for people, in the go command's words.

#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/resolve/effective_modules.h"
#include "engine/resolve/requirement_graph.h"

namespace modgraph {

/// A shortest chain of requirements from a root to each faulty module, ends
/// included, in the order of RequirementGraph::faulty(). O(V + E).
std::vector<std::vector<VersionId>> chains_to_faults(
    const RequirementGraph& graph);

/// All faults of the graph. Missing go.mod files make one error together, which
/// lists each of them with a shortest chain of those who require it. Empty when
/// there are none.
Errors fault_errors(const RequirementGraph& graph,
                    const EffectiveModules& modules);

}  // namespace modgraph
