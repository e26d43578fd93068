#pragma once

// Fewer crossings than a first order has, and shorter lines.

#include "engine/layout/layered_graph.h"
#include "engine/layout/order.h"

namespace modgraph {

/// Disturbs an order and mends it again, many times: never more crossings than
/// in `start`, most often fewer.
OrderResult searched_order(const LayeredGraph& graph, const OrderResult& start,
                           const OrderOptions& options = {});

}  // namespace modgraph
