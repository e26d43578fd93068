#include "tests/support/random_graph.h"

#include <array>
#include <string_view>
#include <vector>

#include "engine/model/graph_builder.h"

namespace modgraph::test {
namespace {

constexpr std::array<std::string_view, 9> kPaths = {
    "a", "a-b", "a.b", "a/b", "a/b/c", "a_b", "ab", "b", "b/v2"};
constexpr std::array<std::string_view, 6> kVersions = {
    "v1.0.0", "v1.9.0",      "v1.10.0",
    "v1.2.0", "v1.2.0-rc.1", "v0.0.0-20200101000000-abcdefabcdef"};

GraphBuilder::Handle random_vertex(GraphBuilder& builder, Random& random) {
  switch (below(random, 30)) {
    case 0:
      return builder.add("go", below(random, 2) == 0 ? "1.21" : "1.22");
    case 1:
      return builder.add("toolchain", "go1.22.0");
    default:
      return builder.add(kPaths[below(random, kPaths.size())],
                         kVersions[below(random, kVersions.size())]);
  }
}

}  // namespace

template <class Id>
Digraph<Id> digraph_of_bits(std::size_t vertices, std::uint64_t bits) {
  std::vector<Edge<Id>> edges;
  for (std::uint32_t i = 0; i < vertices; ++i)
    for (std::uint32_t j = 0; j < vertices; ++j)
      if ((bits >> (i * vertices + j) & 1) != 0)
        edges.push_back({Id{i}, Id{j}});
  return digraph_from_edges<Id>(vertices, edges);
}

template <class Id>
Digraph<Id> random_digraph(Random& random, std::size_t max_vertices) {
  const std::size_t n = 1 + below(random, max_vertices);
  std::vector<Edge<Id>> edges(below(random, 1 + n * (1 + below(random, 3))));
  for (Edge<Id>& e : edges)
    e = {Id{static_cast<std::uint32_t>(below(random, n))},
         Id{static_cast<std::uint32_t>(below(random, n))}};
  return digraph_from_edges<Id>(n, edges);
}

ModuleGraph random_module_graph(Random& random, std::size_t most) {
  GraphBuilder builder;
  std::vector<GraphBuilder::Handle> vertices{
      builder.add(kPaths[below(random, kPaths.size())], "")};
  if (below(random, 4) == 0)
    vertices.push_back(builder.add(kPaths[below(random, kPaths.size())], ""));
  const std::size_t count = 1 + below(random, most);
  while (vertices.size() < count)
    vertices.push_back(random_vertex(builder, random));
  const auto any = [&] { return vertices[below(random, vertices.size())]; };
  for (std::size_t i = below(random, 1 + 2 * count); i > 0; --i)
    builder.require(any(), any());
  return std::move(builder).freeze().value();
}

template Digraph<NodeId> digraph_of_bits(std::size_t, std::uint64_t);
template Digraph<ModuleId> digraph_of_bits(std::size_t, std::uint64_t);
template Digraph<NodeId> random_digraph(Random&, std::size_t);
template Digraph<ModuleId> random_digraph(Random&, std::size_t);

}  // namespace modgraph::test
