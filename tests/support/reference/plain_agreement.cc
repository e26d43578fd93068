#include "tests/support/reference/plain_agreement.h"

#include <algorithm>
#include <cmath>

#include "engine/analysis/graph/betweenness.h"
#include "engine/analysis/graph/critical_path.h"
#include "engine/analysis/graph/dominators.h"
#include "engine/analysis/graph/exclusive.h"
#include "engine/analysis/graph/reach.h"
#include "engine/analysis/graph/requirement_cut.h"
#include "engine/analysis/graph/transitive_reduction.h"
#include "tests/support/reference/dominators.h"
#include "tests/support/reference/structure.h"
#include "tests/support/reference/walks.h"

namespace modgraph::reference {
namespace {

std::vector<MatrixEdge> pairs_of(const std::vector<Edge<ModuleId>>& edges) {
  std::vector<MatrixEdge> out;
  for (const auto& e : edges) out.emplace_back(index(e.from), index(e.to));
  return out;
}

std::vector<MatrixEdge> pairs_of(const PlainGraph& graph) {
  std::vector<MatrixEdge> out;
  for (ModuleId v : graph.vertices())
    for (ModuleId to : graph.dependencies(v))
      out.emplace_back(index(v), index(to));
  return out;
}

std::uint32_t count_true(const std::vector<bool>& row) {
  return static_cast<std::uint32_t>(std::count(row.begin(), row.end(), true));
}

}  // namespace

std::vector<ModuleId> ids_of(const Vertices& vertices) {
  std::vector<ModuleId> out;
  for (std::size_t v : vertices)
    out.push_back(ModuleId{static_cast<std::uint32_t>(v)});
  return out;
}

PlainGraph simple(const PlainGraph& graph) {
  std::vector<Edge<ModuleId>> edges;
  for (ModuleId v : graph.vertices())
    for (ModuleId to : graph.dependencies(v)) edges.push_back({v, to});
  return simple_digraph_from_edges<ModuleId>(graph.vertex_count(), edges);
}

Disagreement about_components(const PlainGraph& graph, const Matrix& edges,
                              const Components<ModuleId>& found) {
  const Vertices expected = components(edges);
  for (ModuleId v : graph.vertices()) {
    const auto members = found.at(found.of[index(v)]);
    if (index(members.front()) != expected[index(v)]) return "wrong members";
    if (!std::is_sorted(members.begin(), members.end())) return "not sorted";
    if (std::find(members.begin(), members.end(), v) == members.end())
      return "not its own member";
    for (ModuleId to : graph.dependencies(v))
      if (found.of[index(to)] > found.of[index(v)]) return "wrong order";
  }
  return "";
}

Disagreement about_reach(const PlainGraph& graph, const Matrix& edges,
                         const Components<ModuleId>& components) {
  const auto found = *reach_counts(graph, components, 0);
  const Matrix walk = closure(edges);
  for (std::size_t v = 0; v < edges.size(); ++v) {
    std::uint32_t reaches = 0;
    std::uint32_t reached_by = 0;
    for (std::size_t w = 0; w < edges.size(); ++w) {
      if (w == v) continue;
      if (walk[v][w]) ++reaches;
      if (walk[w][v]) ++reached_by;
    }
    if (found.reaches[v] != reaches) return "wrong count of reached";
    if (found.reached_by[v] != reached_by) return "wrong count of reaching";
  }
  return "";
}

Disagreement about_dominators(const PlainGraph& graph, const Matrix& edges,
                              const Vertices& roots) {
  const std::vector<ModuleId> starts = ids_of(roots);
  const auto found = dominator_tree<ModuleId>(graph, starts);
  const Matrix dominated = dominates(edges, roots);
  for (std::size_t v = 0; v < edges.size(); ++v) {
    const auto expected = immediate_dominator(dominated, v);
    const ModuleId up = found.immediate[v];
    if (expected ? up != ModuleId{static_cast<std::uint32_t>(*expected)}
                 : up != kNone<ModuleId>)
      return "wrong dominator";
    if (found.size[v] != count_true(dominated[v])) return "wrong size";
  }
  if (reachable<ModuleId>(graph, starts) != reached(edges, roots))
    return "wrong reach of roots";
  return "";
}

Disagreement about_critical_path(const PlainGraph& graph, const Matrix& edges,
                                 const Components<ModuleId>& components,
                                 const Vertices& roots,
                                 const std::vector<std::uint64_t>& weights) {
  const std::vector<ModuleId> starts = ids_of(roots);
  const CriticalPath found = critical_path(graph, components, starts, weights);
  const auto expected = heaviest_walks(edges, roots, weights);
  if (found.length != expected.length) return "wrong length";
  if (found.path.size() != expected.path.size()) return "wrong path";
  for (std::size_t i = 0; i < found.path.size(); ++i)
    if (index(found.path[i].front()) != expected.path[i]) return "wrong path";
  for (std::size_t v = 0; v < edges.size(); ++v) {
    const std::uint64_t slack = expected.through[v]
                                    ? expected.length - *expected.through[v]
                                    : CriticalPath::kUnreached;
    if (found.slack[v] != slack) return "wrong slack";
  }
  return "";
}

Disagreement about_exclusive_weights(
    const PlainGraph& graph, const Matrix& edges, const Vertices& mains,
    const std::vector<Edge<ModuleId>>& listed) {
  Matrix without = edges;
  for (const auto& e : listed) without[index(e.from)][index(e.to)] = false;
  const std::vector<bool> is_reached = reached(without, mains);
  Matrix counted = edges;
  for (const auto& e : listed)
    if (is_reached[index(e.to)]) counted[index(e.from)][index(e.to)] = false;
  const Matrix dominated = dominates(counted, mains);
  const auto found = exclusive_weights(graph, ids_of(mains), listed);
  for (std::size_t v = 0; v < edges.size(); ++v)
    if (found[v] != count_true(dominated[v])) return "wrong weight";
  return "";
}

Disagreement about_reduction(const PlainGraph& graph, const Matrix& edges) {
  const auto found =
      transitive_reduction(graph, strongly_connected_components(graph), 0);
  if (!found) return "no reduction";
  return pairs_of(*found) == reduced_edges(edges) ? "" : "wrong reduction";
}

Disagreement about_betweenness(const PlainGraph& graph, const Matrix& edges) {
  const auto found = modgraph::betweenness(graph, 0);
  if (!found) return "no betweenness";
  const std::vector<double> expected = betweenness(edges);
  for (std::size_t v = 0; v < expected.size(); ++v)
    if (std::abs((*found)[v] - expected[v]) >= 1e-9) return "wrong betweenness";
  return "";
}

Disagreement about_cut(const PlainGraph& graph, const Matrix& edges,
                       const Vertices& mains, std::size_t target) {
  const auto found = requirement_cut(
      graph, ids_of(mains), ModuleId{static_cast<std::uint32_t>(target)});
  if (!found) return "no cut";
  if (pairs_of(found->smallest) != smallest_cut(edges, mains, target))
    return "wrong cut";
  if (pairs_of(found->own) != smallest_own_cut(edges, mains, target))
    return "wrong cut of main modules";
  return "";
}

}  // namespace modgraph::reference
