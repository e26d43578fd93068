#pragma once

// A better order of a component's vertices, one move at a time.

#include "engine/analysis/vertex_order.h"

namespace modgraph {

/// The order after moving single vertices to better places, until no move helps
/// or `work` steps are done. Never more weight leads backwards than before.
VertexOrder sifted_order(const LoopGraph& graph, VertexOrder order,
                         std::uint64_t work);

}  // namespace modgraph
