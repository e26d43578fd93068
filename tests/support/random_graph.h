#pragma once

// Small graphs by chance, and all graphs of a size. A seed gives the same graph
// everywhere.

#include <cstdint>

#include "engine/model/digraph.h"
#include "engine/model/module_graph.h"
#include "tests/support/random_text.h"

namespace modgraph::test {

/// The graph with an edge i -> j for every set bit i * vertices + j.
template <class Id>
Digraph<Id> digraph_of_bits(std::size_t vertices, std::uint64_t bits);

/// 1 to `max_vertices` vertices, from sparse to dense; edges may repeat and
/// may lead from a vertex to itself.
template <class Id>
Digraph<Id> random_digraph(Random& random, std::size_t max_vertices);

/// 1 to `most` module versions over a few paths that continue each other, with
/// versions whose bytes sort otherwise than Go sorts them; one or two main
/// modules, repeated requirements, requirements of oneself, old versions of
/// main modules, go and toolchain.
ModuleGraph random_module_graph(Random& random, std::size_t most);

}  // namespace modgraph::test
