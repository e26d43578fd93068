#include "engine/analysis/graph/requirement_cut.h"

#include "engine/model/selected_graph.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string edges_text(const ModuleGraph& graph,
                       const std::vector<Edge<ModuleId>>& edges) {
  std::string out;
  for (const auto& e : edges)
    out.append(out.empty() ? "" : " ")
        .append(graph.path(e.from))
        .append(">")
        .append(graph.path(e.to));
  return out;
}

// "B>D | A>B A>C": the smallest set, and that of our own lines.
std::string cut(std::string_view text, std::string_view module,
                const CutOptions& options = {}) {
  const ModuleGraph graph = test::module_graph(text);
  std::vector<ModuleId> mains;
  for (NodeId main : graph.mains()) mains.push_back(graph.module_of(main));
  const auto found = requirement_cut(selected_graph(graph), mains,
                                     *graph.find(module), options);
  if (!found) return "too large";
  return edges_text(graph, found->smallest) + " | " +
         edges_text(graph, found->own);
}

TEST_CASE("the fewest requirements that keep a module in the build") {
  CHECK(cut("A: B1 C1 | B1: D1 | C1: D1 | D1: E1", "E") == "D>E | A>B A>C");
  CHECK(cut("A: B1 C1 | B1: E1 | C1: E1", "E") == "A>B A>C | A>B A>C");
}

TEST_CASE("of equally small sets the one that is ours") {
  CHECK(cut("A: B1 | B1: C1 | C1: D1", "D") == "A>B | A>B");
  CHECK(cut("A: B1 C1 | B1: E1 | C1: D1 | D1: E1", "E") == "A>B A>C | A>B A>C");
}

TEST_CASE("main modules of a workspace are built whoever requires them") {
  CHECK(cut("A: B C1 | B: C1 | C1: D1", "D") == "C>D | A>C B>C");
  CHECK(cut("A: B | B: C1 | C1: A1 D1", "D") == "B>C | B>C");
}

TEST_CASE("a module that no requirement of the selected graph holds") {
  CHECK(cut("A: B1 C2 | B1: C1 | C1: D1", "D") == " | ");
}

TEST_CASE("no cut above the limit") {
  CHECK(cut("A: B1 C1 | B1: D1 | C1: D1", "D", {3}) == "too large");
}

}  // namespace
}  // namespace modgraph
