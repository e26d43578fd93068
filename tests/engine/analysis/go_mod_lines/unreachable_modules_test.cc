#include "engine/analysis/go_mod_lines/unreachable_modules.h"

#include "engine/analysis/graph/exclusive.h"
#include "engine/model/selected_graph.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string unreachable(std::string_view text) {
  const ModuleGraph graph = test::module_graph(text);
  std::vector<ModuleId> mains;
  for (NodeId main : graph.mains()) mains.push_back(graph.module_of(main));
  std::string out;
  for (const UnreachableModule& l : unreachable_modules(
           graph, exclusive_weights(selected_graph(graph), mains, {}))) {
    out +=
        (out.empty() ? "" : " | ") + std::string(graph.path(l.module)) + " by";
    for (NodeId n : l.required_by) out += " " + test::short_name(graph, n);
  }
  return out;
}

TEST_CASE("only an unselected version asks for it") {
  CHECK(unreachable("A: B2 C1 | C1: B1 | B1: D1") == "D by B1");
  CHECK(unreachable("A: B2 C1 | C1: B1 | B1: D1 | B2: D1").empty());
  CHECK(unreachable("A: B2 C1 D1 | C1: B1 | B1: D1").empty());
}

TEST_CASE("what a left-over module leads to is left over, too") {
  CHECK(unreachable("A: B2 C1 | C1: B1 | B1: D1 | D1: E1") == "D by B1 | E by");
}

TEST_CASE("go and toolchain are no modules") {
  CHECK(unreachable("A: B2 C1 go1.22 | C1: B1 | B1: go1.21").empty());
}

}  // namespace
}  // namespace modgraph
