#pragma once

// The lines of `go mod graph`: one per requirement, "from to", breadth first
// from the roots, each vertex's requirements in its go.mod's order.

#include <span>

#include "engine/model/module_graph.h"
#include "engine/model/requirement_walk.h"
#include "engine/report/answers/graph_part.h"
#include "exporters/text/sink.h"

namespace modgraph {

/// The main module, or the main modules of a workspace with its go and
/// toolchain, are the roots. O(V + E).
void write_requirement_lines(const ModuleGraph& graph,
                             std::span<const NodeId> roots, Sink& out);

/// The lines of a walk. O(V + E).
void write_requirement_lines(const RequirementWalk& walk, Sink& out);

/// The requirements of a part, in its order. O(part).
void write_requirement_lines(const ModuleGraph& graph, const GraphPart& part,
                             Sink& out);

}  // namespace modgraph
