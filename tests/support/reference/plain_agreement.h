#pragma once

// Whether what the analyses say of a plain graph is what their references say.
// Each function asks one of them and gives what is wrong; "": nothing. The
// tests ask about all small graphs and random ones, tests/fuzz about others.

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "engine/analysis/graph/components.h"
#include "engine/model/digraph.h"
#include "tests/support/reference/matrix.h"

namespace modgraph::reference {

using Disagreement = std::string_view;
using PlainGraph = Digraph<ModuleId>;
using Vertices = std::vector<std::size_t>;

std::vector<ModuleId> ids_of(const Vertices& vertices);

/// As the selected graph is: no repeats, no self-edges.
PlainGraph simple(const PlainGraph& graph);

// `edges` is matrix_of(graph) in all of them.

Disagreement about_components(const PlainGraph& graph, const Matrix& edges,
                              const Components<ModuleId>& found);
Disagreement about_reach(const PlainGraph& graph, const Matrix& edges,
                         const Components<ModuleId>& components);
Disagreement about_dominators(const PlainGraph& graph, const Matrix& edges,
                              const Vertices& roots);
Disagreement about_critical_path(const PlainGraph& graph, const Matrix& edges,
                                 const Components<ModuleId>& components,
                                 const Vertices& roots,
                                 const std::vector<std::uint64_t>& weights);
/// The definition of interface and header, word by word.
Disagreement about_exclusive_weights(const PlainGraph& graph,
                                     const Matrix& edges, const Vertices& mains,
                                     const std::vector<Edge<ModuleId>>& listed);

// Of simple() graphs alone.

Disagreement about_reduction(const PlainGraph& graph, const Matrix& edges);
Disagreement about_betweenness(const PlainGraph& graph, const Matrix& edges);
/// `target` is none of the mains.
Disagreement about_cut(const PlainGraph& graph, const Matrix& edges,
                       const Vertices& mains, std::size_t target);

}  // namespace modgraph::reference
