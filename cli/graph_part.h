#pragma once

// The part of a graph that the options ask for.

#include "cli/options.h"
#include "engine/base/result.h"
#include "engine/model/module_graph.h"
#include "engine/report/answers/graph_part.h"

namespace modgraph {

/// `selected`: the selected versions alone, as --reduce implies. Fails when the
/// module in focus is not there, and (kLimit) when the graph is too large to be
/// reduced. O(V + E), and the reduction.
Result<GraphPart> graph_part(const ModuleGraph& graph,
                             const PictureOptions& options, bool selected);

}  // namespace modgraph
