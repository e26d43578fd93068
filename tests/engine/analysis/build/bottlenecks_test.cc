#include "engine/analysis/build/bottlenecks.h"

#include "engine/model/selected_graph.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "2 5: D": the two marks and who has both.
std::string bottlenecks(std::string_view text,
                        const std::vector<std::uint64_t>& weights) {
  const ModuleGraph graph = test::module_graph(text);
  std::vector<ModuleId> candidates;
  for (ModuleId m : graph.modules())
    if (!graph.is_main(graph.selected(m))) candidates.push_back(m);
  const Bottlenecks found =
      find_bottlenecks(selected_graph(graph), candidates, weights);
  std::string out = std::to_string(found.dependents_at_least) + " " +
                    std::to_string(found.weight_at_least) + ":";
  for (ModuleId m : found.modules) out += " " + std::string(graph.path(m));
  return out;
}

TEST_CASE("a bottleneck is needed by many and costs much") {
  const std::string_view text = "A: B1 C1 D1 | B1: D1 | C1: D1";
  CHECK(bottlenecks(text, {0, 1, 2, 5}) == "3 5: D");
  CHECK(bottlenecks(text, {0, 1, 9, 5}) == "3 9:");
}

TEST_CASE("without a weight, or with one dependent, nothing is one") {
  CHECK(bottlenecks("A: B1 | B1: C1", {0, 5, 5}) == "2 5:");
  CHECK(bottlenecks("A: B1 C1 | B1: C1", {0, 0, 0}) == "2 1:");
  CHECK(bottlenecks("A:", {7}) == "2 1:");
}

TEST_CASE("a tenth of many modules is marked, the heaviest first") {
  // Of B to U all others require T and U.
  std::string text = "A:";
  for (char m = 'B'; m <= 'U'; ++m) text += std::string(" ") + m + "1";
  for (char m = 'B'; m <= 'S'; ++m) text += std::string(" | ") + m + "1: T1 U1";
  std::vector<std::uint64_t> weights(21, 1);
  weights[19] = 50;  // T
  weights[20] = 60;  // U
  CHECK(bottlenecks(text, weights) == "19 50: U T");
}

}  // namespace
}  // namespace modgraph
