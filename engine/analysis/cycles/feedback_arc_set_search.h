#pragma once

// Good orders of a component's vertices: one made greedily, and two ways to
// improve an order.

#include "engine/analysis/cycles/vertex_order.h"

namespace modgraph {

/// O(V + E + the weight of all arcs).
VertexOrder greedy_order(const ComponentGraph& graph);

/// The order after moving single vertices to better places, until no move helps
/// or `work` steps are done. Never more weight leads backwards than before.
VertexOrder sifted_order(const ComponentGraph& graph, VertexOrder order,
                         std::uint64_t work);

/// The order after turning every arc forwards that can be turned while all that
/// lead forwards stay so: removing the rest leaves no cycle, and putting any
/// one of them back closes one. After `work` steps the remaining arcs are left
/// as they are.
VertexOrder tightened_order(const ComponentGraph& graph, VertexOrder order,
                            std::uint64_t work);

}  // namespace modgraph
