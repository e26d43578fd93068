#pragma once

// Moving vertices towards their neighbours.

#include <cstdint>

#include "engine/layout/layered_graph.h"

namespace modgraph {

/// Which layer stays fixed while the next one is sorted.
enum class SweepDirection : std::uint8_t { kDown, kUp };

/// What a vertex is sorted by: the middle or the mean of its neighbours.
enum class SweepKey : std::uint8_t { kMedian, kMean };

/// What happens to equals: they stay, or they change places (which leads out of
/// dead ends).
enum class Ties : std::uint8_t { kKeep, kTurn };

struct SweepStyle {
  SweepDirection direction = SweepDirection::kDown;
  SweepKey key = SweepKey::kMedian;
  Ties ties = Ties::kKeep;
};

/// Sorts layer after layer by the places of the neighbours in the layer before
/// it. O(pieces + vertices * log(layer size)).
LayerOrder swept(const LayeredGraph& graph, LayerOrder order, SweepStyle style);

}  // namespace modgraph
