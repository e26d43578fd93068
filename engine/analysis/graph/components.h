#pragma once

// Strongly connected components: which vertices reach each other.

#include <cstdint>
#include <vector>

#include "engine/model/digraph.h"

namespace modgraph {

/// Components are numbered in reverse topological order: every edge leads to
/// the same or to a lower number. Numbers and member order are deterministic.
template <class Id>
struct Components {
  std::vector<std::uint32_t> of;  // by vertex
  Rows<Id> members;               // by component (as row), ascending

  std::size_t count() const { return members.offsets.size() - 1; }
  std::span<const Id> at(std::uint32_t component) const {
    const std::uint32_t begin = members.offsets[component];
    return {members.targets.data() + begin,
            members.offsets[component + 1] - begin};
  }
};

/// O(V + E), iterative.
template <class Id>
Components<Id> strongly_connected_components(const Digraph<Id>& graph);

}  // namespace modgraph
