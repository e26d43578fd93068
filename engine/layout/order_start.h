#pragma once

// Where crossing reduction starts from: layer orders that already keep
// neighbours near each other.

#include <cstdint>

#include "engine/layout/layered_graph.h"

namespace modgraph {

/// How vertices are visited; each goes to the next free place of its layer.
enum class Visit : std::uint8_t {
  kDepthDown,    // depth first from the first layer on
  kBreadthDown,  // breadth first from the first layer on
  kDepthUp,      // from the last layer on
  kBreadthUp,
};

/// `variant` 0 takes neighbours in their given order; others in an order that a
/// fixed pseudo-random sequence shuffles. O(vertices + pieces), iterative.
LayerOrder start_order(const LayeredGraph& graph, Visit visit,
                       std::uint32_t variant);

}  // namespace modgraph
