#pragma once

// A Digraph as Boost.Graph sees it, in place and without a copy: the second
// judge of the analyses. Boost walks the very arrays that ours walk.
//
// It models VertexListGraph and BidirectionalGraph. Vertices are plain numbers,
// so that boost::identity_property_map is their index map. Includes Boost: only
// for .cc files of tests and benchmarks.

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstdint>
#include <utility>

#include "engine/model/digraph.h"

namespace modgraph::test {

template <class Id>
struct BoostView {
  const Digraph<Id>* graph;
};

struct BoostEdge {
  std::uint32_t from;
  std::uint32_t to;
  friend bool operator==(const BoostEdge&, const BoostEdge&) = default;
};

enum class BoostDirection : std::uint8_t { kOut, kIn };

/// The edges of one row; `vertex` is its source, or its target for kIn.
template <class Id, BoostDirection direction>
class BoostEdgeIterator
    : public boost::iterator_facade<BoostEdgeIterator<Id, direction>, BoostEdge,
                                    boost::forward_traversal_tag, BoostEdge> {
 public:
  BoostEdgeIterator() = default;
  BoostEdgeIterator(std::uint32_t vertex, const Id* at)
      : vertex_(vertex), at_(at) {}

 private:
  friend class boost::iterator_core_access;
  BoostEdge dereference() const {
    const auto other = static_cast<std::uint32_t>(*at_);
    return direction == BoostDirection::kOut ? BoostEdge{vertex_, other}
                                             : BoostEdge{other, vertex_};
  }
  bool equal(const BoostEdgeIterator& o) const { return at_ == o.at_; }
  void increment() { ++at_; }

  std::uint32_t vertex_ = 0;
  const Id* at_ = nullptr;
};

struct BoostTraversal : boost::vertex_list_graph_tag,
                        boost::bidirectional_graph_tag {};

template <class Id>
using BoostOut = BoostEdgeIterator<Id, BoostDirection::kOut>;
template <class Id>
using BoostIn = BoostEdgeIterator<Id, BoostDirection::kIn>;

template <class Id>
std::pair<boost::counting_iterator<std::uint32_t>,
          boost::counting_iterator<std::uint32_t>>
vertices(const BoostView<Id>& g) {
  const auto count = static_cast<std::uint32_t>(g.graph->vertex_count());
  return {boost::counting_iterator<std::uint32_t>{0},
          boost::counting_iterator<std::uint32_t>{count}};
}

template <class Id>
std::size_t num_vertices(const BoostView<Id>& g) {
  return g.graph->vertex_count();
}

template <class Id>
std::pair<BoostOut<Id>, BoostOut<Id>> out_edges(std::uint32_t v,
                                                const BoostView<Id>& g) {
  const auto row = g.graph->dependencies(Id{v});
  return {{v, row.data()}, {v, row.data() + row.size()}};
}

template <class Id>
std::pair<BoostIn<Id>, BoostIn<Id>> in_edges(std::uint32_t v,
                                             const BoostView<Id>& g) {
  const auto row = g.graph->dependents(Id{v});
  return {{v, row.data()}, {v, row.data() + row.size()}};
}

template <class Id>
std::size_t out_degree(std::uint32_t v, const BoostView<Id>& g) {
  return g.graph->dependencies(Id{v}).size();
}

template <class Id>
std::size_t in_degree(std::uint32_t v, const BoostView<Id>& g) {
  return g.graph->dependents(Id{v}).size();
}

template <class Id>
std::size_t degree(std::uint32_t v, const BoostView<Id>& g) {
  return out_degree(v, g) + in_degree(v, g);
}

template <class Id>
std::uint32_t source(const BoostEdge& e, const BoostView<Id>&) {
  return e.from;
}

template <class Id>
std::uint32_t target(const BoostEdge& e, const BoostView<Id>&) {
  return e.to;
}

}  // namespace modgraph::test

namespace boost {

template <class Id>
struct graph_traits<modgraph::test::BoostView<Id>> {
  // NOLINTBEGIN(readability-identifier-naming): the library's names
  using vertex_descriptor = std::uint32_t;
  using edge_descriptor = modgraph::test::BoostEdge;
  // NOLINTEND(readability-identifier-naming)
  using directed_category = bidirectional_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = modgraph::test::BoostTraversal;
  using vertex_iterator = counting_iterator<std::uint32_t>;
  using out_edge_iterator = modgraph::test::BoostOut<Id>;
  using in_edge_iterator = modgraph::test::BoostIn<Id>;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() {
    return static_cast<std::uint32_t>(modgraph::kNone<Id>);
  }
};

}  // namespace boost
