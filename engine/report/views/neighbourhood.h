#pragma once

// The neighbourhood of modules: what they require, or what requires them, step
// by step.

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "engine/model/digraph.h"

namespace modgraph {

enum class Direction : std::uint8_t {
  kDependencies,  // what it requires
  kDependents,    // what requires it
};

inline constexpr std::uint32_t kAnyDepth =
    std::numeric_limits<std::uint32_t>::max();

/// The starts and everything at most `depth` steps from one of them, the
/// nearest first; each once. O(V + E).
template <class Id>
std::vector<Id> neighbourhood(const Digraph<Id>& graph,
                              std::span<const Id> starts, Direction direction,
                              std::uint32_t depth);

/// The subgraph of these vertices, with the same ids. O(V + E).
template <class Id>
Digraph<Id> graph_between(const Digraph<Id>& graph, std::span<const Id> kept);

}  // namespace modgraph
