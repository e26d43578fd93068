#pragma once

// Faults of a module graph as errors for people, in the go command's words.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/resolve/effective_modules.h"
#include "engine/resolve/requirement_graph.h"

namespace modgraph {

/// A shortest chain of requirements from a root to each faulty module, ends
/// included, in the order of RequirementGraph::faulty(). O(V + E).
std::vector<std::vector<VersionId>> chains_to_faults(
    const RequirementGraph& graph);

/// Whether it is a version that nobody can fetch: the go command makes it up
/// for a module that it knows through a replacement alone, and v0.0.0 stands in
/// for one in repositories that replace their own modules.
bool is_placeholder_version(std::string_view version);

/// All faults of the graph. Missing go.mod files make one error together, which
/// lists each of them with a shortest chain of those who require it. Empty when
/// there are none.
Errors fault_errors(const RequirementGraph& graph,
                    const EffectiveModules& modules);

}  // namespace modgraph
