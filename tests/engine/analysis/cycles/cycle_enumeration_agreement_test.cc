// Enumerated cycles against a search that tries every walk.

#include "tests/support/environment.h"
#include "tests/support/random_graph.h"
#include "tests/support/reference/component_agreement.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// Every edge with weight 1.
reference::Weights loop_weights(const reference::Matrix& edges) {
  reference::Weights out;
  for (const auto& row : edges) out.emplace_back(row.begin(), row.end());
  return out;
}

std::size_t check_enumeration(const reference::Matrix& edges) {
  CHECK(reference::about_enumerated_cycles(
            reference::sample_of(loop_weights(edges))) == "");
  return 4;
}

TEST_CASE("cycles of all graphs of four vertices") {
  std::size_t compared = 0;
  for (std::uint64_t set = 0; set < 65'536; ++set)
    compared += check_enumeration(
        reference::matrix_of(test::digraph_of_bits<NodeId>(4, set)));
  test::report("cycles of all graphs of four vertices", compared,
               "comparisons");
}

TEST_CASE("cycles of random graphs") {
  test::Random random(20240612);
  std::size_t compared = 0;
  for (int i = 0; i < 20'000; ++i)
    compared += check_enumeration(
        reference::matrix_of(test::random_digraph<NodeId>(random, 6)));
  test::report("cycles of random graphs", compared, "comparisons");
}

}  // namespace
}  // namespace modgraph
