#pragma once

// The part of a graph that the options of `modgraph graph` ask for.

#include "cli/options.h"
#include "engine/base/result.h"
#include "engine/model/module_graph.h"
#include "exporters/graph_part.h"

namespace modgraph {

/// All versions, or those that are selected; around a module, or the whole;
/// reduced where that is asked for. Fails when the module is not there (kInput)
/// or the graph is too large to be reduced (kLimit).
Result<GraphPart> graph_part(const ModuleGraph& graph,
                             const GraphOptions& options);

/// What is said about a graph that is too large to be reduced.
Error too_large();

}  // namespace modgraph
