#pragma once

// A good order of a component's vertices, fast.

#include "engine/analysis/vertex_order.h"

namespace modgraph {

/// O(V + E + the weight of all arcs).
VertexOrder greedy_order(const LoopGraph& graph);

}  // namespace modgraph
