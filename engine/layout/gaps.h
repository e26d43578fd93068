#pragma once

// How near vertices of one layer may be to each other.

#include "engine/layout/layered_graph.h"

namespace modgraph {

struct Gaps {
  double box = 20;   // between two boxes
  double lane = 12;  // between a lane and anything else
};

/// The least distance between the centres of two neighbours in a layer.
inline double least_distance(const LayeredGraph& graph, std::uint32_t left,
                             std::uint32_t right, const Gaps& gaps) {
  const bool has_lane = graph.width[left] == 0 || graph.width[right] == 0;
  return (graph.width[left] + graph.width[right]) / 2 +
         (has_lane ? gaps.lane : gaps.box);
}

}  // namespace modgraph
