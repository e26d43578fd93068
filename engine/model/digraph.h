#pragma once

// A frozen directed graph in compressed sparse rows, both directions.
//
//   dependencies(v)   what v needs     (edges v -> x), in the order given
//   dependents(v)     what needs v     (edges x -> v), ascending by x
//
// Vertices are dense ids 0..vertex_count()-1. Parallel edges and self-edges
// are kept: whoever builds the graph decides. Nothing changes after
// construction, so any number of threads may read. The requirement graph is a
// Digraph<NodeId>; the selected graph and the path graph are Digraph<ModuleId>.

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "engine/model/ids.h"

namespace modgraph {

/// One direction of edges: row v is targets[offsets[v] .. offsets[v + 1]).
template <class Id>
struct Rows {
  std::vector<std::uint32_t> offsets{0};
  std::vector<Id> targets;

  std::span<const Id> row(Id v) const {
    const std::uint32_t begin = offsets[index(v)];
    return {targets.data() + begin, offsets[index(v) + 1] - begin};
  }
};

template <class Id>
class Digraph {
 public:
  Digraph() = default;

  /// From forward rows; the reverse rows are computed. O(V + E).
  explicit Digraph(Rows<Id> forward);

  std::size_t vertex_count() const { return forward_.offsets.size() - 1; }
  std::size_t edge_count() const { return forward_.targets.size(); }
  IdRange<Id> vertices() const {
    return {0, static_cast<std::uint32_t>(vertex_count())};
  }

  std::span<const Id> dependencies(Id v) const { return forward_.row(v); }
  std::span<const Id> dependents(Id v) const { return backward_.row(v); }

  const Rows<Id>& forward() const { return forward_; }
  const Rows<Id>& backward() const { return backward_; }

 private:
  Rows<Id> forward_;
  Rows<Id> backward_;
};

/// An edge list, for building and for answers that are sets of edges.
template <class Id>
struct Edge {
  Id from;
  Id to;
  friend bool operator==(const Edge&, const Edge&) = default;
  friend auto operator<=>(const Edge&, const Edge&) = default;
};

/// A graph of `vertex_count` vertices from edges in any order. Edges of one
/// vertex keep their given order. O(V + E).
template <class Id>
Digraph<Id> digraph_from_edges(std::size_t vertex_count,
                               std::span<const Edge<Id>> edges);

/// The same, with repeats counted once and self-edges dropped; rows ascending.
/// O(V + E).
template <class Id>
Digraph<Id> simple_digraph_from_edges(std::size_t vertex_count,
                                      std::span<const Edge<Id>> edges);

}  // namespace modgraph
