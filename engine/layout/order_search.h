#pragma once

// Fewer crossings than a first order has, and shorter lines.

#include "engine/layout/layered_graph.h"
#include "engine/layout/order.h"

namespace modgraph {

/// Disturbs an order and mends it again, many times: never more crossings than
/// in `best`, most often fewer.
OrderResult searched_order(const LayeredGraph& graph, OrderResult best,
                           const OrderOptions& options = {});

}  // namespace modgraph
