// Through which modules do the shortest chains of requirements lead?
//
// U. Brandes, "A faster algorithm for betweenness centrality" (2001): one
// breadth-first search from each vertex, whose shares are summed up on the way
// back. The algorithm is Boost's. It counts shortest chains; of these there may
// be 2^V, which no integer holds: below the work limit a long double does.
// O(V * E).
// Tested by betweenness_test.cc, structure_agreement_test.cc.

#include "engine/analysis/graph/betweenness.h"

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/property_map/property_map.hpp>
#include <utility>

namespace modgraph {
namespace {

using Graph =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property,
                                       boost::no_property, boost::no_property,
                                       std::uint32_t, std::uint32_t>;

Graph boost_graph(const Digraph<ModuleId>& graph) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  edges.reserve(graph.edge_count());
  for (ModuleId from : graph.vertices())
    for (ModuleId to : graph.dependencies(from))
      edges.emplace_back(static_cast<std::uint32_t>(from),
                         static_cast<std::uint32_t>(to));
  return {boost::edges_are_sorted, edges.begin(), edges.end(),
          static_cast<std::uint32_t>(graph.vertex_count())};
}

}  // namespace

std::optional<std::vector<double>> betweenness(const Digraph<ModuleId>& graph,
                                               std::uint64_t work_limit) {
  const std::size_t n = graph.vertex_count();
  if (work_limit != 0 && std::uint64_t{n} * graph.edge_count() > work_limit)
    return std::nullopt;
  const Graph edges = boost_graph(graph);
  const auto number = boost::get(boost::vertex_index, edges);
  const auto by_vertex = [&](auto& values) {
    return boost::make_iterator_property_map(values.begin(), number);
  };
  std::vector<double> out(n, 0.0);
  std::vector<std::vector<Graph::edge_descriptor>> incoming(n);
  std::vector<std::uint32_t> distance(n, 0);
  std::vector<long double> dependency(n, 0.0);
  std::vector<long double> chains(n, 0.0);
  boost::brandes_betweenness_centrality(
      edges, by_vertex(out), boost::dummy_property_map(), by_vertex(incoming),
      by_vertex(distance), by_vertex(dependency), by_vertex(chains), number);
  return out;
}

}  // namespace modgraph
