// Shortest cycles and feedback arc sets of single components against their
// references.

#include "engine/analysis/cycles/feedback_arc_set.h"
#include "engine/analysis/cycles/feedback_arc_set_exact.h"
#include "tests/support/environment.h"
#include "tests/support/random_graph.h"
#include "tests/support/reference/component_agreement.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

using reference::ComponentSample;
using reference::Matrix;
using reference::Weights;

std::string text_of_weights(const Weights& weights) {
  std::string out;
  for (const auto& row : weights) {
    for (std::uint64_t weight : row) out += std::to_string(weight);
    out += ' ';
  }
  return out;
}

// The answer to each question, and the number of comparisons.
std::size_t check_component(const ComponentSample& sample,
                            std::uint64_t least) {
  INFO(text_of_weights(sample.weights));
  CHECK(reference::about_shortest_cycle(sample) == "");
  CHECK(reference::about_feedback_arc_set(sample, least) == "");
  return 8;
}

TEST_CASE("all components of four vertices") {
  std::size_t compared = 0;
  std::size_t components = 0;
  for (std::uint64_t set = 0; set < 65'536; ++set) {
    const Matrix edges =
        reference::matrix_of(test::digraph_of_bits<NodeId>(4, set));
    if (!reference::is_component(edges)) continue;
    Weights weights(4, std::vector<std::uint64_t>(4));
    for (std::size_t v = 0; v < 4; ++v)
      for (std::size_t w = 0; w < 4; ++w) weights[v][w] = edges[v][w] ? 1 : 0;
    const ComponentSample sample = reference::sample_of(weights);
    const std::uint64_t least =
        reference::least_feedback_weight_by_orders(weights);
    compared += check_component(sample, least);
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
    const ComponentSample sample = reference::sample_of(weights);
    CHECK(reference::about_feedback_arc_set(sample, least) == "");
    compared += 8;
  }
  test::report("random components, by sets", compared, "comparisons");
}

TEST_CASE("random components against every order of vertices") {
  test::Random random(20240604);
  std::size_t compared = 0;
  for (int i = 0; i < 3000; ++i) {
    const Weights weights =
        random_weights(random, 2 + test::below(random, 5), 5);
    const ComponentSample sample = reference::sample_of(weights);
    const std::uint64_t least =
        reference::least_feedback_weight_by_orders(weights);
    CHECK(reference::about_vertex_orders(sample, least) == "");
    compared += 7 + check_component(sample, least);
  }
  test::report("random components, by orders", compared, "comparisons");
}

TEST_CASE("larger components: proofs of a minimum hold in a full search") {
  test::Random random(20240605);
  std::size_t proven = 0;
  for (int i = 0; i < 200; ++i) {
    const Weights weights =
        random_weights(random, 8 + test::below(random, 6), 3);
    const ComponentSample sample = reference::sample_of(weights);
    FeedbackArcSetOptions no_search;
    no_search.exact_vertices = 0;
    const FeedbackArcSet greedy = feedback_arc_set(sample.graph, no_search);
    CHECK(reference::opens_every_loop(sample, greedy.arcs));
    if (!greedy.is_minimum) continue;
    ++proven;
    CHECK_FALSE(best_order_below(sample.graph,
                                 reference::weight_of(sample, greedy.arcs) -
                                     sample.graph.self_arcs.size())
                    .has_value());
  }
  CHECK(proven > 100);
  test::report("larger components", proven, "proofs searched in full");
}

}  // namespace
}  // namespace modgraph
