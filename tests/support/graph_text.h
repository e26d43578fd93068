#pragma once

// Small graphs from small texts, so that a test case is one line.
//
//   module_graph("A: B1 C2 | B1: D3")
//     A requires B v1.0.0 and C v2.0.0; B v1.0.0 requires D v3.0.0.
//     One capital letter (or a word ending in a letter) is the module, the
//     number behind it the version, "1.2" too; no number: a main module.
//     "go1.22" and "toolchain1.22" are the reserved ones.
//   digraph("a: b c | b: a")
//     Vertices are single letters, numbered by the alphabet: a is 0.

#include <span>
#include <string>
#include <string_view>

#include "engine/model/digraph.h"
#include "engine/model/manifest.h"
#include "engine/model/module_graph.h"

namespace modgraph::test {

ModuleGraph module_graph(std::string_view text);

/// What a word of such a text stands for: "B1.2" is B v1.2.0, "B" is B.
ModuleVersion module_version(std::string_view word);

/// The go.mod of a main module, as it resolves:
///   manifest("A: B1 C2 | indirect: D1.2 | exclude: E1")
/// Lines are numbered from 1 in the order of the words. A version that is not
/// of that kind follows an '@': "B@master".
Manifest manifest(std::string_view text);

/// "A", "B1", "B1.2" for a vertex of such a graph.
std::string short_name(const ModuleGraph& graph, NodeId node);
/// Of several, with a blank between them.
std::string short_names(const ModuleGraph& graph,
                        std::span<const NodeId> nodes);

template <class Id>
Digraph<Id> digraph(std::string_view text);

}  // namespace modgraph::test
