// Shortest cycles and feedback arc sets of single components against their
// references.

#include "engine/analysis/cycles/feedback_arc_set.h"
#include "engine/analysis/cycles/feedback_arc_set_exact.h"
#include "engine/analysis/cycles/feedback_arc_set_search.h"
#include "engine/analysis/cycles/shortest_cycle.h"
#include "tests/support/environment.h"
#include "tests/support/random_graph.h"
#include "tests/support/reference/cycles.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

constexpr std::uint64_t kAlways = ~std::uint64_t{0};

using reference::Matrix;
using reference::Weights;

// A component with weights, as our graph and as the references see it.
struct Sample {
  ComponentGraph graph;
  Weights weights;
  Matrix edges;
};

Sample sample_of(const Weights& weights) {
  Sample out{{}, weights, Matrix(weights.size())};
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
  const Matrix walk = reference::closure(edges);
  for (const auto& row : walk)
    if (std::find(row.begin(), row.end(), false) != row.end()) return false;
  return true;
}

std::string text_of_weights(const Weights& weights) {
  std::string out;
  for (const auto& row : weights) {
    for (std::uint64_t weight : row) out += std::to_string(weight);
    out += ' ';
  }
  return out;
}

std::uint64_t weight_of(const Sample& sample,
                        const std::vector<ComponentArc>& arcs) {
  std::uint64_t weight = 0;
  for (const ComponentArc& arc : arcs)
    weight += sample.weights[arc.from][arc.to];
  return weight;
}

bool opens_every_loop(const Sample& sample,
                      const std::vector<ComponentArc>& arcs) {
  Matrix left = sample.edges;
  for (const ComponentArc& arc : arcs) left[arc.from][arc.to] = false;
  return reference::has_no_loop(left);
}

// Putting back any one of them closes a cycle.
bool needs_each(const Sample& sample, const std::vector<ComponentArc>& arcs) {
  for (const ComponentArc& spared : arcs) {
    std::vector<ComponentArc> others;
    for (const ComponentArc& arc : arcs)
      if (arc != spared) others.push_back(arc);
    if (opens_every_loop(sample, others)) return false;
  }
  return true;
}

std::size_t check_shortest_cycle(const Sample& sample) {
  const ShortestCycle found = shortest_cycle(sample.graph, kAlways);
  const reference::VertexCycle cycle(found.vertices.begin(),
                                     found.vertices.end());
  INFO(text_of_weights(sample.weights));
  CHECK(cycle == reference::smallest_shortest_cycle(sample.edges));
  CHECK(found.is_exact);
  return 1;
}

// The answer with and without a full search, against the least weight.
std::size_t check_break_set(const Sample& sample, std::uint64_t least) {
  INFO(text_of_weights(sample.weights));
  const FeedbackArcSet exact = feedback_arc_set(sample.graph);
  CHECK(exact.is_minimum);
  CHECK(weight_of(sample, exact.arcs) == least);
  CHECK(opens_every_loop(sample, exact.arcs));
  CHECK(std::is_sorted(exact.arcs.begin(), exact.arcs.end()));

  FeedbackArcSetOptions no_search;
  no_search.exact_vertices = 0;
  const FeedbackArcSet greedy = feedback_arc_set(sample.graph, no_search);
  CHECK(opens_every_loop(sample, greedy.arcs));
  CHECK(needs_each(sample, greedy.arcs));
  CHECK(weight_of(sample, greedy.arcs) >= least);
  if (greedy.is_minimum) CHECK(weight_of(sample, greedy.arcs) == least);
  return 7;
}

// Each step on its own: no improvement makes it worse, no bound is too high.
std::size_t check_steps(const Sample& sample, std::uint64_t least) {
  INFO(text_of_weights(sample.weights));
  const ComponentGraph& graph = sample.graph;
  least -= graph.self_arcs.size();
  const VertexOrder order = greedy_order(graph);
  const std::uint64_t weight = backward_weight(graph, order);
  CHECK(weight_of(sample, backward_arcs(graph, order)) == weight);
  const VertexOrder sifted = sifted_order(graph, order, kAlways);
  CHECK(backward_weight(graph, sifted) <= weight);
  const VertexOrder tight = tightened_order(graph, order, kAlways);
  CHECK(backward_weight(graph, tight) <= weight);
  CHECK(disjoint_cycles(graph, order, kAlways).weight <= least);
  const auto best = best_order_below(graph, least + 1);
  REQUIRE(best.has_value());
  CHECK(backward_weight(graph, *best) == least);
  CHECK_FALSE(best_order_below(graph, least).has_value());
  return 7;
}

TEST_CASE("all components of four vertices") {
  std::size_t compared = 0;
  std::size_t components = 0;
  for (std::uint64_t set = 0; set < 65'536; ++set) {
    const Matrix edges =
        reference::matrix_of(test::digraph_of_bits<NodeId>(4, set));
    if (!is_component(edges)) continue;
    Weights weights(4, std::vector<std::uint64_t>(4));
    for (std::size_t v = 0; v < 4; ++v)
      for (std::size_t w = 0; w < 4; ++w) weights[v][w] = edges[v][w] ? 1 : 0;
    const Sample sample = sample_of(weights);
    const std::uint64_t least =
        reference::least_feedback_weight_by_orders(weights);
    compared += check_shortest_cycle(sample) + check_break_set(sample, least);
    ++components;
  }
  CHECK(components == 25'696);  // 1,606 labelled digraphs, 16 sets of self-arcs
  test::report("all components of four vertices", compared, "comparisons");
}

Weights random_weights(test::Random& random, std::size_t n,
                       std::uint64_t most) {
  Weights weights(n, std::vector<std::uint64_t>(n, 0));
  for (std::size_t v = 0; v < n; ++v) weights[v][(v + 1) % n] = 1;
  for (std::size_t i = test::below(random, 2 * n); i > 0; --i)
    weights[test::below(random, n)][test::below(random, n)] =
        1 + test::below(random, most);
  for (std::size_t v = 0; v < n; ++v)
    if (weights[v][v] > 0) weights[v][v] = 1;
  return weights;
}

TEST_CASE("random components against every set of arcs") {
  test::Random random(20240603);
  std::size_t compared = 0;
  for (int i = 0; i < 300; ++i) {
    const Weights weights =
        random_weights(random, 2 + test::below(random, 3), 4);
    const std::uint64_t least =
        reference::least_feedback_weight_by_sets(weights);
    CHECK(least == reference::least_feedback_weight_by_orders(weights));
    compared += 1 + check_break_set(sample_of(weights), least);
  }
  test::report("random components, by sets", compared, "comparisons");
}

TEST_CASE("random components against every order of vertices") {
  test::Random random(20240604);
  std::size_t compared = 0;
  for (int i = 0; i < 3000; ++i) {
    const Weights weights =
        random_weights(random, 2 + test::below(random, 5), 5);
    const Sample sample = sample_of(weights);
    const std::uint64_t least =
        reference::least_feedback_weight_by_orders(weights);
    compared += check_shortest_cycle(sample) + check_break_set(sample, least) +
                check_steps(sample, least);
  }
  test::report("random components, by orders", compared, "comparisons");
}

TEST_CASE("larger components: proofs of a minimum hold in a full search") {
  test::Random random(20240605);
  std::size_t proven = 0;
  for (int i = 0; i < 200; ++i) {
    const Weights weights =
        random_weights(random, 8 + test::below(random, 6), 3);
    const Sample sample = sample_of(weights);
    FeedbackArcSetOptions no_search;
    no_search.exact_vertices = 0;
    const FeedbackArcSet greedy = feedback_arc_set(sample.graph, no_search);
    CHECK(opens_every_loop(sample, greedy.arcs));
    if (!greedy.is_minimum) continue;
    ++proven;
    CHECK_FALSE(
        best_order_below(sample.graph, weight_of(sample, greedy.arcs) -
                                           sample.graph.self_arcs.size())
            .has_value());
  }
  CHECK(proven > 100);
  test::report("larger components", proven, "proofs searched in full");
}

}  // namespace
}  // namespace modgraph
