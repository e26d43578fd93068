#pragma once

// Coordinates along the layers.

#include <cstdint>
#include <vector>

#include "engine/layout/gaps.h"
#include "engine/layout/layered_graph.h"
#include "engine/layout/ports.h"

namespace modgraph {

struct PlaceOptions {
  Gaps gaps;
  /// Drawings with more vertices and pieces of lines than this are placed by
  /// the fast method alone.
  std::uint32_t exact_limit = 60'000;
  /// Steps of the exact method: enough for the best answer up to some 6,000
  /// vertices and pieces, and for most of what can be gained beyond.
  std::uint64_t work_limit = 5'000'000;
};

/// The centre of every vertex along its layer. Vertices keep their order and
/// distances; long lines run straight through their lanes where they can.
std::vector<double> place_vertices(const LayeredGraph& graph,
                                   const LayerOrder& order, const Ports& ports,
                                   const PlaceOptions& options = {});

}  // namespace modgraph
