#pragma once

// Fewer crossings than a first order has.

#include "engine/layout/layered_graph.h"
#include "engine/layout/order.h"

namespace modgraph {

/// Disturbs an order and mends it again, many times: never worse than `best`,
/// and most often better.
OrderResult searched_order(const LayeredGraph& graph, OrderResult best,
                           const OrderOptions& options = {});

}  // namespace modgraph
