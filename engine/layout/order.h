#pragma once

// The order of vertices within each layer, with few crossings.

#include <cstdint>

#include "engine/layout/layered_graph.h"

namespace modgraph {

/// Effort is counted in vertices and pieces of lines, never by a clock: the
/// answer is the same on any machine.
struct OrderOptions {
  std::uint32_t most_starts = 16;  // for small drawings
  std::uint32_t most_rounds = 24;  // per start
  /// Sizes of all starts together; a drawing larger than this gets one start.
  std::uint64_t start_limit = 30'000;
  /// Sizes of all rounds of one start together.
  std::uint64_t round_limit = 4'000'000;
  /// Larger drawings are not sifted.
  std::uint64_t sift_limit = 400'000;
  /// How often the best order is disturbed and mended again: at most so often,
  /// and so often times the square of the size.
  std::uint32_t most_kicks = 600;
  std::uint64_t kick_limit = 100'000'000;
};

struct OrderResult {
  LayerOrder order;
  std::uint64_t crossings = 0;
};

/// The best of several starts.
OrderResult order_layers(const LayeredGraph& graph,
                         const OrderOptions& options = {});

/// Disturbs an order and mends it again, many times where the drawing is small:
/// never worse, and most often better.
OrderResult searched_order(const LayeredGraph& graph, OrderResult best,
                           const OrderOptions& options = {});

}  // namespace modgraph
