// Any bytes as a small graph, with repeated edges and edges of a vertex to
// itself: what the analyses say of it is what their slow references say. The
// first byte chooses the questions and how many vertices there are, the next
// two some of them; every other byte is an edge.

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "engine/analysis/cycles/cycles.h"
#include "engine/model/graph_builder.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/reference/component_agreement.h"
#include "tests/support/reference/module_agreement.h"
#include "tests/support/reference/plain_agreement.h"

namespace modgraph {
namespace {

using reference::Matrix;
using reference::PlainGraph;
using reference::Vertices;

// More would take the references, which try all there is, too long.
constexpr std::size_t kMostVertices = 8;
constexpr std::size_t kMostEdges = 40;
constexpr std::size_t kMostOwnEdges = 8;
constexpr std::size_t kMostOrdered = 5;  // vertices, in all their orders
constexpr std::size_t kMostInComponent = 6;

struct SmallEdge {
  std::uint32_t from, to;
  std::uint64_t extra;  // 0 to 3
};

struct SmallGraph {
  unsigned question = 0;
  std::uint32_t vertex_count = 1;
  unsigned chosen = 1;  // vertices, as bits: main modules
  unsigned other = 0;
  std::vector<SmallEdge> edges;
};

SmallGraph graph_of(std::string_view bytes) {
  const auto take = [&] {
    if (bytes.empty()) return 0U;
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    return unsigned{byte};
  };
  SmallGraph out;
  const unsigned first = take();
  out.question = first / kMostVertices;
  out.vertex_count = 1 + first % kMostVertices;
  out.chosen = take();
  out.other = take();
  while (!bytes.empty() && out.edges.size() < kMostEdges) {
    const unsigned edge = take();
    out.edges.push_back({edge % 8 % out.vertex_count,
                         edge / 8 % 8 % out.vertex_count, edge / 64});
  }
  return out;
}

PlainGraph plain(const SmallGraph& graph) {
  std::vector<Edge<ModuleId>> edges;
  for (const SmallEdge& e : graph.edges)
    edges.push_back({ModuleId{e.from}, ModuleId{e.to}});
  return digraph_from_edges<ModuleId>(graph.vertex_count, edges);
}

Vertices chosen_vertices(const SmallGraph& graph) {
  Vertices out;
  for (std::size_t v = 0; v < graph.vertex_count; ++v)
    if ((graph.chosen >> v & 1U) != 0) out.push_back(v);
  if (out.empty()) out.push_back(0);
  return out;
}

void agree(std::string_view disagreement) { must(disagreement.empty()); }

void ask_without_roots(const SmallGraph& small) {
  const PlainGraph graph = plain(small);
  const Matrix edges = reference::matrix_of(graph);
  const auto components = strongly_connected_components(graph);
  agree(reference::about_components(graph, edges, components));
  agree(reference::about_reach(graph, edges, components));
}

void ask_about_roots(const SmallGraph& small) {
  const PlainGraph graph = plain(small);
  const Matrix edges = reference::matrix_of(graph);
  const Vertices roots = chosen_vertices(small);
  agree(reference::about_dominators(graph, edges, roots));
  std::vector<std::uint64_t> weights(small.vertex_count);
  for (const SmallEdge& e : small.edges) weights[e.to] += e.extra;
  agree(reference::about_critical_path(
      graph, edges, strongly_connected_components(graph), roots, weights));
  std::vector<Edge<ModuleId>> listed;
  for (const SmallEdge& e : small.edges)
    if (e.extra % 2 == 1 &&
        std::find(roots.begin(), roots.end(), e.from) != roots.end())
      listed.push_back({ModuleId{e.from}, ModuleId{e.to}});
  agree(reference::about_exclusive_weights(graph, edges, roots, listed));
}

void ask_about_structure(const SmallGraph& small) {
  const PlainGraph graph = reference::simple(plain(small));
  const Matrix edges = reference::matrix_of(graph);
  agree(reference::about_reduction(graph, edges));
  agree(reference::about_betweenness(graph, edges));
  const Vertices mains = chosen_vertices(small);
  const std::size_t target = small.other % small.vertex_count;
  std::size_t own = 0;
  for (const std::size_t main : mains)
    own += static_cast<std::size_t>(
        std::count(edges[main].begin(), edges[main].end(), true));
  if (own <= kMostOwnEdges &&
      std::find(mains.begin(), mains.end(), target) == mains.end())
    agree(reference::about_cut(graph, edges, mains, target));
}

void ask_about_component(const SmallGraph& small) {
  const std::uint32_t n =
      std::min<std::uint32_t>(small.vertex_count, kMostInComponent);
  reference::Weights weights(n, std::vector<std::uint64_t>(n));
  for (const SmallEdge& e : small.edges) {
    if (e.from >= n || e.to >= n) continue;
    weights[e.from][e.to] = e.from == e.to ? 1 : e.extra + 1;
  }
  const auto sample = reference::sample_of(weights);
  agree(reference::about_enumerated_cycles(sample));
  if (!reference::is_component(sample.edges)) return;
  agree(reference::about_shortest_cycle(sample));
  if (n > kMostOrdered) return;
  const std::uint64_t least =
      reference::least_feedback_weight_by_orders(weights);
  agree(reference::about_feedback_arc_set(sample, least));
  agree(reference::about_vertex_orders(sample, least));
}

// Names that continue each other, versions whose bytes sort otherwise than Go
// sorts them, and what is no module.
struct Named {
  std::string_view path, version;
};
constexpr std::array<std::array<Named, kMostVertices>, 2> kNames = {{
    {{{"m", ""},
      {"a", "v1.9.0"},
      {"a", "v1.10.0"},
      {"a/b", "v1.0.0"},
      {"b", "v1.0.0"},
      {"b", "v1.0.0-rc.1"},
      {"c", "v1.0.0"},
      {"m", "v1.0.0"}}},
    {{{"m", ""},
      {"m/n", ""},
      {"a", "v1.0.0"},
      {"a", "v2.0.0+incompatible"},
      {"b", "v1.0.0"},
      {"b", "v1.2.0"},
      {"go", "1.21"},
      {"toolchain", "go1.22"}}},
}};

ModuleGraph named(const SmallGraph& small) {
  const auto& names = kNames[small.other % kNames.size()];
  GraphBuilder builder;
  std::vector<GraphBuilder::Handle> handles;
  for (std::uint32_t v = 0; v < small.vertex_count; ++v)
    handles.push_back(builder.add(names[v].path, names[v].version));
  for (const SmallEdge& e : small.edges)
    builder.require(handles[e.from], handles[e.to]);
  return std::move(builder).freeze().value();
}

void ask_about_modules(const SmallGraph& small) {
  const ModuleGraph graph = named(small);
  agree(reference::about_requests(graph));
  agree(reference::about_shortest_chains(graph));
  agree(reference::about_module_cycles(graph, find_cyclic_components(graph),
                                       kMostOrdered));
}

}  // namespace

void fuzz::one_input(std::string_view bytes) {
  constexpr std::array kQuestions = {ask_without_roots, ask_about_roots,
                                     ask_about_structure, ask_about_component,
                                     ask_about_modules};
  const SmallGraph small = graph_of(bytes);
  kQuestions[small.question % kQuestions.size()](small);
}

}  // namespace modgraph
