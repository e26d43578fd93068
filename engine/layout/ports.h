#pragma once

// Where on the side of its box a line leaves or arrives.

#include <vector>

#include "engine/layout/layered_graph.h"

namespace modgraph {

/// By line: how far from the centre of its upper and of its lower box the line
/// touches the side, along the layer. Lines of one side are spread in the order
/// of their other ends, so that they do not cross each other.
struct Ports {
  std::vector<double> upper;
  std::vector<double> lower;
};

/// Neighbouring ports are at most `pitch` apart. O(lines * log lines).
Ports spread_ports(const LayeredGraph& graph, const LayerOrder& order,
                   double pitch);

}  // namespace modgraph
