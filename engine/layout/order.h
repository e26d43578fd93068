#pragma once

// The order of vertices within each layer, with few crossings.

#include <cstdint>

#include "engine/layout/layered_graph.h"

namespace modgraph {

/// Effort is counted in vertices and pieces of lines, never by a clock: the
/// answer is the same on any machine.
struct OrderOptions {
  std::uint32_t max_starts = 8;   // for small drawings
  std::uint32_t max_rounds = 24;  // per start
  /// Sizes of all starts together; a drawing larger than this gets one start.
  std::uint64_t start_limit = 20'000;
  /// Sizes of all rounds of one start together.
  std::uint64_t round_limit = 4'000'000;
  /// In larger drawings vertices change places only with their neighbours.
  std::uint64_t sift_limit = 400'000;
  /// How often the best order is disturbed and improved again, and how many
  /// vertices may be looked at for that.
  std::uint32_t max_kicks = 2'000;
  std::uint64_t kick_limit = 6'000'000;
  /// The same for shorter lines without more crossings.
  std::uint32_t max_tidying_kicks = 500;
  std::uint64_t tidying_limit = 1'000'000;
};

struct OrderResult {
  LayerOrder order;
  std::uint64_t crossings = 0;
};

/// The best of several starts.
OrderResult order_layers(const LayeredGraph& graph,
                         const OrderOptions& options = {});

}  // namespace modgraph
