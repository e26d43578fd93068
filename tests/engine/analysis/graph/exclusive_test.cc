#include "engine/analysis/graph/exclusive.h"

#include <sstream>

#include "engine/model/selected_graph.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "A3 B2 C1": the exclusive weight of each module. `indirect` names modules
// that the first main module lists as `// indirect`.
std::string weights(std::string_view text, std::string_view indirect = "") {
  const ModuleGraph graph = test::module_graph(text);
  std::vector<ModuleId> mains;
  for (NodeId main : graph.mains()) mains.push_back(graph.module_of(main));
  std::vector<Edge<ModuleId>> listed;
  std::istringstream words{std::string(indirect)};
  for (std::string word; words >> word;)
    listed.push_back({mains.front(), graph.find(word).value()});
  const auto found = exclusive_weights(selected_graph(graph), mains, listed);
  std::string out;
  for (ModuleId m : graph.modules())
    out += (out.empty() ? "" : " ") + std::string(graph.path(m)) +
           std::to_string(found[index(m)]);
  return out;
}

TEST_CASE("a module weighs itself and what only it brings") {
  CHECK(weights("A: B1 C1 | B1: D1 | C1: E1") == "A5 B2 C2 D1 E1");
  CHECK(weights("A: B1 C1 | B1: D1 | C1: D1") == "A4 B1 C1 D1");
}

TEST_CASE("a module that only an unselected version brings weighs nothing") {
  CHECK(weights("A: B1 C1 | B1: D1 | C1: B2") == "A3 B1 C1 D0");
}

TEST_CASE("go and toolchain weigh nothing") {
  CHECK(weights("A: B1 go1.22 | go1.22: toolchain1.22") ==
        "A2 B1 go0 "
        "toolchain0");
}

TEST_CASE("a listed indirect module belongs to what else leads to it") {
  const std::string_view text = "A: B1 D1 | B1: D1";
  CHECK(weights(text) == "A3 B1 D1");
  CHECK(weights(text, "D") == "A3 B2 D1");
}

TEST_CASE("a listed indirect module that nothing else leads to counts") {
  // B is pruned: that it needs D is known from the list alone.
  CHECK(weights("A: B1 D1 | D1: E1", "D") == "A4 B1 D2 E1");
  // Not reached without listed edges, so both edges count.
  CHECK(weights("A: B1 D1 E1 | D1: E1", "D E") == "A4 B1 D1 E1");
}

TEST_CASE("what closed go.mod files require counts where it is known") {
  // B is closed, and requires D: the line of D is there for its sake.
  const ModuleGraph graph = test::module_graph("A: B1 C1 D1");
  const auto of = [&](const char* path) { return graph.find(path).value(); };
  const ModuleId mains[] = {of("A")};
  const Edge<ModuleId> listed[] = {{of("A"), of("D")}};
  const Edge<ModuleId> more[] = {{of("B"), of("D")}, {of("B"), of("D")}};
  const auto selected = selected_graph(graph);
  CHECK(exclusive_weights(selected, mains, listed)[index(of("B"))] == 1);
  CHECK(exclusive_weights_with(selected, more, mains, listed) ==
        std::vector<std::uint32_t>{4, 2, 1, 1});
  CHECK(exclusive_weights_with(selected, {}, mains, listed) ==
        exclusive_weights(selected, mains, listed));
}

TEST_CASE("several main modules hang under one root") {
  CHECK(weights("A: C1 | B: C1 D1") == "A1 B2 C1 D1");
}

}  // namespace
}  // namespace modgraph
