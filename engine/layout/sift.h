#pragma once

// A layer order that gets better one vertex at a time.

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

#include "engine/layout/layered_graph.h"

namespace modgraph {

/// From one place of a layer to another; those between close up.
struct Move {
  std::uint32_t layer = 0;
  std::uint32_t from = 0;
  std::uint32_t to = 0;
};

/// As far as a vertex should travel in one move: looks around stay cheap.
inline constexpr std::uint32_t kFarReach = 80;

/// Moves vertices within their layers, knows the crossings at any time, and can
/// take back what it did.
class Sifter {
 public:
  /// `crossings` are those of `order`. A vertex travels at most `reach` places
  /// in one move; 1: it changes places with its neighbours.
  Sifter(const LayeredGraph& graph, LayerOrder order, std::uint64_t crossings,
         std::uint32_t reach);

  const LayerOrder& order() const { return order_; }
  std::uint64_t crossings() const { return crossings_; }
  /// How many vertices it has looked at: what a limit of work counts.
  std::uint64_t work() const { return work_; }

  /// Moves a vertex, at any price. It and all whom that concerns wait to be
  /// sifted.
  void move(Move m);
  void sift_later(std::uint32_t v);
  /// Sifts until none waits, or until `work()` has reached the limit.
  void settle(std::uint64_t work_limit);

  /// `undo` leads back to the order at the last `keep`.
  void keep();
  void undo();

 private:
  class View;
  // The neighbours of a vertex that has one on each side, as lanes have.
  struct Ends {
    std::uint32_t above = 0;
    std::uint32_t below = 0;
  };

  View view_from(std::uint32_t v);
  void sift(std::uint32_t v);
  void take(Move m, std::int64_t change);
  void shift(Move m);

  const LayeredGraph& graph_;
  std::vector<Ends> ends_;  // by vertex; kMany: look into graph_
  LayerOrder order_;
  std::uint64_t crossings_;
  std::uint32_t reach_;
  std::uint64_t work_ = 0;
  std::deque<std::uint32_t> waiting_;
  std::vector<std::uint8_t> waits_;  // by vertex
  std::vector<Move> moves_;          // since keep()
  std::uint64_t kept_crossings_;
  // Memory of view_from().
  std::vector<std::uint32_t> places_;
  std::vector<std::int32_t> above_, below_;
};

}  // namespace modgraph
