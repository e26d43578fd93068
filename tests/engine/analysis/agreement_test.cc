// Every analysis of plain graphs against its slow reference and, where it has
// the algorithm, Boost.Graph: on all graphs of four vertices, and on random
// ones.

#include <boost/graph/dominator_tree.hpp>
#include <boost/graph/strong_components.hpp>

#include "engine/analysis/graph/components.h"
#include "engine/analysis/graph/dominators.h"
#include "tests/support/boost_adapter.h"
#include "tests/support/environment.h"
#include "tests/support/random_graph.h"
#include "tests/support/reference/plain_agreement.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

using Graph = Digraph<ModuleId>;
using reference::Matrix;
using reference::Vertices;

// Which of the comparisons below failed; empty: none.
using Failure = reference::Disagreement;

Failure check_boost_components(const Graph& graph,
                               const Components<ModuleId>& found) {
  const test::BoostView<ModuleId> view{&graph};
  const boost::identity_property_map identity;
  std::vector<std::uint32_t> component(graph.vertex_count());
  boost::strong_components(
      view, boost::make_iterator_property_map(component.begin(), identity),
      boost::vertex_index_map(identity));
  // Boost closes components in the same order.
  return component == found.of ? "" : "not what Boost says";
}

Failure check_boost_dominators(const Graph& graph, std::size_t root) {
  const std::vector<ModuleId> starts = reference::ids_of({root});
  const auto found = dominator_tree<ModuleId>(graph, starts);
  const test::BoostView<ModuleId> view{&graph};
  const boost::identity_property_map identity;
  const std::size_t n = graph.vertex_count();
  const auto none = static_cast<std::uint32_t>(kNone<ModuleId>);
  const auto map = [&](auto& vector) {
    return boost::make_iterator_property_map(vector.begin(), identity);
  };
  std::vector<std::uint32_t> dominator(n, none), parent(n, none),
      by_number(n, none);
  std::vector<std::size_t> number(n, ~std::size_t{0});
  boost::lengauer_tarjan_dominator_tree(view, static_cast<std::uint32_t>(root),
                                        identity, map(number), map(parent),
                                        by_number, map(dominator));
  for (std::size_t v = 0; v < n; ++v)
    if (ModuleId{dominator[v]} != found.immediate[v])
      return "not the dominator that Boost finds";
  return "";
}

std::string bits(const Matrix& edges) {
  std::string out;
  for (const auto& row : edges) {
    for (bool edge : row) out += edge ? '1' : '0';
    out += ' ';
  }
  return out;
}

// Asks all that does not depend on roots; the number of comparisons.
std::size_t check_plain(const Graph& graph) {
  const Matrix edges = reference::matrix_of(graph);
  const auto components = strongly_connected_components(graph);
  for (const Failure failure :
       {reference::about_components(graph, edges, components),
        check_boost_components(graph, components),
        reference::about_reach(graph, edges, components)})
    if (!failure.empty()) FAIL_CHECK(failure << ": " << bits(edges));
  return 3;
}

std::size_t check_rooted(const Graph& graph, const Vertices& roots) {
  const Matrix edges = reference::matrix_of(graph);
  std::vector<std::uint64_t> weights(graph.vertex_count(), 1);
  const auto components = strongly_connected_components(graph);
  for (const Failure failure :
       {reference::about_dominators(graph, edges, roots),
        check_boost_dominators(graph, roots.front()),
        reference::about_critical_path(graph, edges, components, roots,
                                       weights)})
    if (!failure.empty()) FAIL_CHECK(failure << ": " << bits(edges));
  return 3;
}

TEST_CASE("all graphs of four vertices") {
  std::size_t compared = 0;
  for (std::uint64_t set = 0; set < 65'536; ++set) {
    const Graph graph = test::digraph_of_bits<ModuleId>(4, set);
    compared += check_plain(graph);
    for (const Vertices& roots :
         {Vertices{0}, Vertices{3}, Vertices{1, 2}, Vertices{3, 0, 3}})
      compared += check_rooted(graph, roots);
  }
  test::report("all graphs of four vertices", compared, "comparisons");
}

TEST_CASE("random graphs") {
  test::Random random(20240601);
  std::size_t compared = 0;
  for (int i = 0; i < 20'000; ++i) {
    const Graph graph = test::random_digraph<ModuleId>(random, 9);
    const std::size_t n = graph.vertex_count();
    const Matrix edges = reference::matrix_of(graph);
    Vertices roots{test::below(random, n)};
    while (test::below(random, 3) == 0) roots.push_back(test::below(random, n));
    compared += check_plain(graph) + check_rooted(graph, roots);

    std::vector<std::uint64_t> weights(n);
    for (auto& weight : weights) weight = test::below(random, 4);
    std::vector<Edge<ModuleId>> listed;
    for (std::size_t root : roots)
      for (ModuleId to : graph.dependencies(reference::ids_of({root}).front()))
        if (test::below(random, 2) == 0)
          listed.push_back({reference::ids_of({root}).front(), to});
    const auto components = strongly_connected_components(graph);
    for (const Failure failure :
         {reference::about_critical_path(graph, edges, components, roots,
                                         weights),
          reference::about_exclusive_weights(graph, edges, roots, listed)})
      if (!failure.empty()) FAIL_CHECK(failure << ": " << bits(edges));
    compared += 2;
  }
  test::report("random graphs", compared, "comparisons");
}

TEST_CASE("larger random graphs") {
  test::Random random(20240602);
  std::size_t compared = 0;
  for (int i = 0; i < 300; ++i) {
    const Graph graph = test::random_digraph<ModuleId>(random, 60);
    compared += check_plain(graph);
    const Matrix edges = reference::matrix_of(graph);
    const Vertices roots{test::below(random, graph.vertex_count())};
    for (const Failure failure :
         {reference::about_dominators(graph, edges, roots),
          check_boost_dominators(graph, roots.front())})
      if (!failure.empty()) FAIL_CHECK(failure << ": " << bits(edges));
    compared += 2;
  }
  test::report("larger random graphs", compared, "comparisons");
}

}  // namespace
}  // namespace modgraph
