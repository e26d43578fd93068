#include "engine/model/digraph.h"

#include <algorithm>

#include "engine/base/huge_pages.h"

namespace modgraph {
namespace {

// Rows of the edges turned around. A counting sort by target: sources come out
// ascending within each row.
template <class Id>
Rows<Id> reversed(const Rows<Id>& rows) {
  const std::size_t n = rows.offsets.size() - 1;
  Rows<Id> out;
  out.offsets = huge_vector<std::uint32_t>(n + 1);
  out.targets = huge_vector<Id>(rows.targets.size());
  for (Id to : rows.targets) ++out.offsets[index(to) + 1];
  for (std::size_t v = 0; v < n; ++v) out.offsets[v + 1] += out.offsets[v];
  for (std::uint32_t v = 0; v < n; ++v)
    for (Id to : rows.row(Id{v})) out.targets[out.offsets[index(to)]++] = Id{v};
  // Each offset has moved to the end of its row, which is the next row's start.
  for (std::size_t v = n; v > 0; --v) out.offsets[v] = out.offsets[v - 1];
  out.offsets[0] = 0;
  return out;
}

template <class Id>
Rows<Id> rows_from_edges(std::size_t n, std::span<const Edge<Id>> edges) {
  Rows<Id> out;
  out.offsets = huge_vector<std::uint32_t>(n + 1);
  out.targets = huge_vector<Id>(edges.size());
  for (const Edge<Id>& e : edges) ++out.offsets[index(e.from) + 1];
  for (std::size_t v = 0; v < n; ++v) out.offsets[v + 1] += out.offsets[v];
  for (const Edge<Id>& e : edges)
    out.targets[out.offsets[index(e.from)]++] = e.to;
  for (std::size_t v = n; v > 0; --v) out.offsets[v] = out.offsets[v - 1];
  out.offsets[0] = 0;
  return out;
}

}  // namespace

template <class Id>
Digraph<Id>::Digraph(Rows<Id> forward)
    : forward_(std::move(forward)), backward_(reversed(forward_)) {}

template <class Id>
Digraph<Id> digraph_from_edges(std::size_t vertex_count,
                               std::span<const Edge<Id>> edges) {
  return Digraph<Id>(rows_from_edges(vertex_count, edges));
}

template <class Id>
Digraph<Id> simple_digraph_from_edges(std::size_t vertex_count,
                                      std::span<const Edge<Id>> edges) {
  // Reversing twice sorts every row ascending; equal targets are then
  // neighbours.
  Rows<Id> rows = reversed(reversed(rows_from_edges(vertex_count, edges)));
  std::uint32_t kept = 0;
  std::uint32_t begin = 0;
  for (std::uint32_t v = 0; v < vertex_count; ++v) {
    const std::uint32_t end = rows.offsets[v + 1];
    const std::uint32_t row_start = kept;
    for (std::uint32_t i = begin; i < end; ++i) {
      const Id to = rows.targets[i];
      if (index(to) == v) continue;
      if (kept > row_start && rows.targets[kept - 1] == to) continue;
      rows.targets[kept++] = to;
    }
    begin = end;
    rows.offsets[v + 1] = kept;
  }
  rows.targets.resize(kept);
  return Digraph<Id>(std::move(rows));
}

template class Digraph<NodeId>;
template class Digraph<ModuleId>;
template Digraph<NodeId> digraph_from_edges(std::size_t,
                                            std::span<const Edge<NodeId>>);
template Digraph<ModuleId> digraph_from_edges(std::size_t,
                                              std::span<const Edge<ModuleId>>);
template Digraph<NodeId> simple_digraph_from_edges(
    std::size_t, std::span<const Edge<NodeId>>);
template Digraph<ModuleId> simple_digraph_from_edges(
    std::size_t, std::span<const Edge<ModuleId>>);

}  // namespace modgraph
