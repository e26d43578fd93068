#pragma once

// How many pairs of lines cross between neighbouring layers?

#include <cstdint>

#include "engine/layout/layered_graph.h"

namespace modgraph {

/// Crossing pairs between layer `upper` and the next one. Pieces of lines that
/// share an end do not cross. O(pieces * log(layer size)).
std::uint64_t count_crossings(const LayeredGraph& graph,
                              const LayerOrder& order, std::uint32_t upper);

/// The sum over all layers.
std::uint64_t count_crossings(const LayeredGraph& graph,
                              const LayerOrder& order);

}  // namespace modgraph
