#pragma once

// An order of the vertices of a component. The arcs that lead backwards in it
// are a feedback arc set: what is left leads forwards only, hence in no cycle.
// Every method that looks for a small feedback arc set looks for an order.

#include <cstdint>
#include <vector>

#include "engine/analysis/cycles/component_graph.h"

namespace modgraph {

/// Vertices from first to last.
using VertexOrder = std::vector<std::uint32_t>;

/// By vertex: its place in the order.
std::vector<std::uint32_t> places(const VertexOrder& order);

/// Arcs that lead backwards, by ascending source.
std::vector<ComponentArc> backward_arcs(const ComponentGraph& graph,
                                        const VertexOrder& order);

/// The weight of those arcs.
std::uint64_t backward_weight(const ComponentGraph& graph,
                              const VertexOrder& order);

}  // namespace modgraph
