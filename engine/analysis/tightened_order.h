#pragma once

// An order of a component's vertices in which no requirement leads backwards
// without need.

#include "engine/analysis/vertex_order.h"

namespace modgraph {

/// The order after turning every arc forwards that can be turned while all that
/// lead forwards stay so: removing the rest leaves no loop, and putting any one
/// of them back closes one. After `work` steps the remaining arcs are left as
/// they are.
VertexOrder tightened_order(const LoopGraph& graph, VertexOrder order,
                            std::uint64_t work);

}  // namespace modgraph
