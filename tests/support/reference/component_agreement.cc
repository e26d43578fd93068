#include "tests/support/reference/component_agreement.h"

#include <algorithm>

#include "engine/analysis/cycles/cycle_enumeration.h"
#include "engine/analysis/cycles/feedback_arc_set.h"
#include "engine/analysis/cycles/feedback_arc_set_exact.h"
#include "engine/analysis/cycles/feedback_arc_set_search.h"
#include "engine/analysis/cycles/shortest_cycle.h"
#include "tests/support/reference/structure.h"

namespace modgraph::reference {
namespace {

constexpr std::uint64_t kAlways = ~std::uint64_t{0};

// Putting back any one of them closes a cycle.
bool needs_each_arc(const ComponentSample& sample,
                    const std::vector<ComponentArc>& arcs) {
  for (const ComponentArc& spared : arcs) {
    std::vector<ComponentArc> others;
    for (const ComponentArc& arc : arcs)
      if (arc != spared) others.push_back(arc);
    if (opens_every_loop(sample, others)) return false;
  }
  return true;
}

}  // namespace

ComponentSample sample_of(const Weights& weights) {
  ComponentSample out{{}, weights, Matrix(weights.size())};
  std::vector<std::uint32_t> begins{0};
  std::vector<ComponentGraph::Arc> arcs;
  std::vector<std::uint32_t> self_arcs;
  for (std::uint32_t v = 0; v < weights.size(); ++v) {
    for (std::uint32_t w = 0; w < weights.size(); ++w) {
      const std::uint64_t weight = weights[v][w];
      out.edges[v].push_back(weight > 0);
      if (weight == 0) continue;
      if (v == w)
        self_arcs.push_back(v);
      else
        arcs.push_back({w, static_cast<std::uint32_t>(weight)});
    }
    begins.push_back(static_cast<std::uint32_t>(arcs.size()));
  }
  out.graph = component_graph(begins, arcs, self_arcs);
  return out;
}

bool is_component(const Matrix& edges) {
  const Matrix walk = closure(edges);
  for (const auto& row : walk)
    if (std::find(row.begin(), row.end(), false) != row.end()) return false;
  return true;
}

std::uint64_t weight_of(const ComponentSample& sample,
                        const std::vector<ComponentArc>& arcs) {
  std::uint64_t weight = 0;
  for (const ComponentArc& arc : arcs)
    weight += sample.weights[arc.from][arc.to];
  return weight;
}

bool opens_every_loop(const ComponentSample& sample,
                      const std::vector<ComponentArc>& arcs) {
  Matrix left = sample.edges;
  for (const ComponentArc& arc : arcs) left[arc.from][arc.to] = false;
  return has_no_loop(left);
}

std::string_view about_shortest_cycle(const ComponentSample& sample) {
  const ShortestCycle found = shortest_cycle(sample.graph, kAlways);
  const VertexCycle cycle(found.vertices.begin(), found.vertices.end());
  if (cycle != smallest_shortest_cycle(sample.edges)) return "wrong cycle";
  return found.is_exact ? "" : "not the shortest cycle";
}

std::string_view about_feedback_arc_set(const ComponentSample& sample,
                                        std::uint64_t least) {
  const FeedbackArcSet exact = feedback_arc_set(sample.graph);
  if (!exact.is_minimum) return "no proof of a minimum";
  if (weight_of(sample, exact.arcs) != least) return "not a minimum";
  if (!opens_every_loop(sample, exact.arcs)) return "a cycle is left";
  if (!std::is_sorted(exact.arcs.begin(), exact.arcs.end()))
    return "arcs are not sorted";

  FeedbackArcSetOptions no_search;
  no_search.exact_vertices = 0;
  const FeedbackArcSet greedy = feedback_arc_set(sample.graph, no_search);
  const std::uint64_t weight = weight_of(sample, greedy.arcs);
  if (!opens_every_loop(sample, greedy.arcs)) return "greedy: a cycle is left";
  if (!needs_each_arc(sample, greedy.arcs)) return "greedy: a needless arc";
  if (weight < least) return "greedy: too good";
  if (greedy.is_minimum && weight != least) return "greedy: a wrong proof";
  return "";
}

std::string_view about_vertex_orders(const ComponentSample& sample,
                                     std::uint64_t least) {
  const ComponentGraph& graph = sample.graph;
  least -= graph.self_arcs.size();
  const VertexOrder order = greedy_order(graph);
  const std::uint64_t weight = backward_weight(graph, order);
  if (weight_of(sample, backward_arcs(graph, order)) != weight)
    return "wrong weight backwards";
  if (backward_weight(graph, sifted_order(graph, order, kAlways)) > weight)
    return "sifting made it worse";
  if (backward_weight(graph, tightened_order(graph, order, kAlways)) > weight)
    return "tightening made it worse";
  if (disjoint_cycles(graph, order, kAlways).weight > least)
    return "disjoint cycles: the bound is too high";
  const auto best = best_order_below(graph, least + 1);
  if (!best || backward_weight(graph, *best) != least) return "not the best";
  if (best_order_below(graph, least)) return "better than the best";
  return "";
}

std::string_view about_enumerated_cycles(const ComponentSample& sample) {
  const auto expected = all_loops(sample.edges);
  const auto found = enumerate_cycles(sample.graph, {.max_cycles = 100'000});
  if (found.cycles != expected) return "wrong cycles";
  if (found.truncated) return "all cycles, and said to be truncated";
  if (expected.empty()) return "";
  // A part of them, and the word that it is one.
  const std::size_t most = expected.size() - 1;
  const auto part = enumerate_cycles(sample.graph, {.max_cycles = most});
  if (!part.truncated) return "not said to be truncated";
  if (part.cycles.size() != most) return "wrong number of cycles";
  for (const auto& cycle : part.cycles)
    if (std::find(expected.begin(), expected.end(), cycle) == expected.end())
      return "a cycle that is none";
  return "";
}

}  // namespace modgraph::reference
