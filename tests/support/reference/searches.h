#pragma once

// References that search from every vertex anew: O(V * E), for graphs of a few
// thousand vertices.

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/model/digraph.h"
#include "tests/support/reference/matrix.h"

namespace modgraph::reference {

/// By vertex: the edges on a shortest walk from some start; none: no walk.
template <class Id>
std::vector<std::optional<std::size_t>> distances(
    const Digraph<Id>& graph, const std::vector<Id>& starts);

/// By vertex: whether some start reaches it when `without` is deleted.
template <class Id>
std::vector<bool> reached(const Digraph<Id>& graph,
                          const std::vector<Id>& starts,
                          Id without = kNone<Id>);

/// Whether each vertex leads to the next.
template <class Id>
bool is_walk(const Digraph<Id>& graph, const std::vector<Id>& vertices);

/// Strongly connected components by mutual reach, each ascending, ascending by
/// their smallest vertex.
template <class Id>
std::vector<std::vector<Id>> components_by_search(const Digraph<Id>& graph);

/// The edges of a shortest loop within the given vertices; none: no loop.
template <class Id>
std::optional<std::size_t> shortest_loop_length(const Digraph<Id>& graph,
                                                const std::vector<Id>& within);

/// Unit weights: by relaxing every edge until nothing changes.
struct LongestWalks {
  std::uint64_t length = 0;
  std::vector<std::optional<std::uint64_t>> through;  // by vertex
};
LongestWalks longest_walks(const Digraph<ModuleId>& graph,
                           const std::vector<ModuleId>& mains);

}  // namespace modgraph::reference
