#include "engine/analysis/cycles/feedback_arc_set.h"

#include "engine/analysis/cycles/feedback_arc_set_exact.h"
#include "engine/analysis/cycles/feedback_arc_set_search.h"
#include "tests/support/component_graph.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string letters(const std::vector<ComponentArc>& arcs) {
  std::string out;
  for (const ComponentArc& arc : arcs) {
    out += out.empty() ? "" : " ";
    out += static_cast<char>('a' + arc.from);
    out += static_cast<char>('a' + arc.to);
  }
  return out;
}

// "ba ca": the arcs to remove; "?" behind them when fewer may do.
std::string breaks(std::string_view text) {
  const FeedbackArcSet found = feedback_arc_set(test::component_graph(text));
  return letters(found.arcs) + (found.is_minimum ? "" : " ?");
}

TEST_CASE("one arc opens a ring, the lightest one") {
  CHECK(breaks("a: b2 | b: c1 | c: a2") == "bc");
  CHECK(breaks("a: b | b: a3") == "ab");
}

TEST_CASE("one arc that all cycles share") {
  CHECK(breaks("a: b c | b: d | c: d | d: a") == "da");
  // Unless it weighs more than the others together.
  CHECK(breaks("a: b c | b: d2 | c: d2 | d: a3") == "ab ac");
}

TEST_CASE("an arc to oneself always goes") {
  CHECK(breaks("a: a") == "aa");
  CHECK(breaks("a: a b | b: a2 b") == "aa ab bb");
}

TEST_CASE("cycles that share nothing cost one each") {
  CHECK(breaks("a: b | b: a2 c3 | c: b d | d: c2") == "ab cb cd");
}

TEST_CASE("an order that is good by itself but not the best") {
  // Every vertex of a complete graph must lose half of its arcs.
  CHECK(feedback_arc_set(
            test::component_graph("a: b c d | b: a c d | c: a b d | d: a b c"))
            .arcs.size() == 6);
}

TEST_CASE("a tournament whose cycles cannot be packed is searched in full") {
  // Three-way symmetric: 7 vertices, v beats v+1, v+2 and v+4. Disjoint cycles
  // prove less than the answer.
  const ComponentGraph graph = test::component_graph(
      "a: b c e | b: c d f | c: d e g | d: e f a | e: f g b | f: g a c | "
      "g: a b d");
  const FeedbackArcSet exact = feedback_arc_set(graph);
  CHECK(exact.is_minimum);
  CHECK(exact.arcs.size() == 7);
  FeedbackArcSetOptions no_search;
  no_search.exact_vertices = 0;
  const FeedbackArcSet greedy = feedback_arc_set(graph, no_search);
  CHECK(greedy.arcs.size() >= 7);
}

TEST_CASE("the work of the full search is counted and limited") {
  const ComponentGraph graph = test::component_graph(
      "a: b c e | b: c d f | c: d e g | d: e f a | e: f g b | f: g a c | "
      "g: a b d");
  FeedbackArcSetOptions options;
  options.exact_work = 7 * 128 - 1;
  CHECK(feedback_arc_set(graph, options).work == 0);
  options.exact_work = std::uint64_t{7} * 128;
  CHECK(feedback_arc_set(graph, options).is_minimum);
}

TEST_CASE("the best order below a bound, or none") {
  const ComponentGraph graph = test::component_graph("a: b | b: a3 c | c: a b");
  CHECK_FALSE(best_order_below(graph, 2).has_value());
  const auto order = best_order_below(graph, 3);
  REQUIRE(order.has_value());
  CHECK(letters(backward_arcs(graph, *order)) == "ab bc");
}

TEST_CASE("tightening turns every arc that need not lead backwards") {
  const ComponentGraph ring =
      test::component_graph("a: b | b: c | c: d | d: a");
  CHECK(letters(backward_arcs(ring, {3, 2, 1, 0})) == "ab bc cd");
  CHECK(backward_weight(ring, tightened_order(ring, {3, 2, 1, 0}, 1000)) == 1);
  // Without work nothing changes.
  CHECK(tightened_order(ring, {3, 2, 1, 0}, 0) == VertexOrder{3, 2, 1, 0});
}

TEST_CASE("sifting moves a vertex to its best place, arcs both ways at once") {
  const ComponentGraph graph =
      test::component_graph("a: b3 c | b: a2 c | c: a");
  CHECK(backward_weight(graph, {2, 1, 0}) == 5);
  CHECK(sifted_order(graph, {2, 1, 0}, 1000) == VertexOrder{0, 1, 2});
  CHECK(sifted_order(graph, {2, 1, 0}, 0) == VertexOrder{2, 1, 0});
}

TEST_CASE("the greedy order of a graph without cycles lets nothing lead back") {
  const ComponentGraph graph = test::component_graph("d: a b | b: c a | c: a");
  CHECK(backward_weight(graph, greedy_order(graph)) == 0);
}

TEST_CASE("disjoint cycles prove an order best") {
  const ComponentGraph graph = test::component_graph("a: b2 | b: a3 c | c: a");
  const DisjointCycles cycles = disjoint_cycles(graph, {1, 2, 0}, 1000);
  CHECK(cycles.weight == 2);
  CHECK(cycles.is_complete);
  CHECK(backward_weight(graph, {1, 2, 0}) == 2);
  CHECK_FALSE(disjoint_cycles(graph, {1, 2, 0}, 0).is_complete);
}

}  // namespace
}  // namespace modgraph
