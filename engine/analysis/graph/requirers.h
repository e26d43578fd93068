#pragma once

// Which module versions require exactly this version?

#include <vector>

#include "engine/analysis/graph/printed_order.h"
#include "engine/model/digraph.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// By node: every recorded requirer, selected or not, once each, by printed
/// name bytewise ascending. O(V + E), with no comparison of names.
Rows<NodeId> distinct_requirers(const ModuleGraph& graph,
                                const PrintedOrder& order);

/// The same for one node. O(k log k) comparisons of names for k requirers.
std::vector<NodeId> distinct_requirers(const ModuleGraph& graph,
                                       NodeId version);

}  // namespace modgraph
