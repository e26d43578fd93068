#pragma once

// The fast way to coordinates along the layers: four simple layouts, averaged.

#include <vector>

#include "engine/layout/gaps.h"
#include "engine/layout/layered_graph.h"

namespace modgraph {

/// The centre of every vertex along its layer. O(vertices + pieces * log).
std::vector<double> brandes_koepf(const LayeredGraph& graph,
                                  const LayerOrder& order, const Gaps& gaps);

}  // namespace modgraph
