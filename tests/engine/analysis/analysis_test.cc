#include "engine/analysis/analysis.h"

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

Project project_with_manifest(std::string_view graph,
                              std::string_view manifest) {
  Project out;
  out.graph = test::module_graph(graph);
  if (!manifest.empty()) out.manifests.push_back(test::manifest(manifest));
  return out;
}

TEST_CASE("all questions are asked, of the same graphs") {
  const Project p = project_with_manifest("A: B1 C1 E1 | B1: C2 D1 | D1: B1",
                                          "A: B1 C1 | indirect: E1");
  const Analysis found = analyse(p);
  CHECK(found.selected.edge_count() == 6);
  CHECK(found.requirers.row(*p.graph.find("C", "v2.0.0")).size() == 1);
  CHECK(found.chains.to(*p.graph.find("D", "v1.0.0")).size() == 3);
  CHECK(found.cycles.size() == 1);
  CHECK(found.drift.size() == 1);
  CHECK(found.below_selected.size() == 1);
  CHECK(found.disagreements.empty());
  CHECK(found.critical_path.length == 4);
  CHECK(found.exclusive == std::vector<std::uint32_t>{5, 2, 1, 1, 1});
  CHECK(found.reach->reaches == std::vector<std::uint32_t>{4, 2, 0, 2, 0});
}

TEST_CASE("a listed indirect module weighs where it belongs") {
  const std::string_view graph = "A: B1 C1 | B1: C1";
  CHECK(analyse(project_with_manifest(graph, "")).exclusive ==
        std::vector<std::uint32_t>{3, 1, 1});
  CHECK(
      analyse(project_with_manifest(graph, "A: B1 | indirect: C1")).exclusive ==
      std::vector<std::uint32_t>{3, 2, 1});
}

TEST_CASE("reach counts stay out above the limit of work") {
  AnalysisOptions options;
  std::string text = "A: B1";
  for (char c = 'C'; c <= 'Z'; ++c) text += std::string(" ") + c + "1";
  options.reach_work_limit = 9;
  // 26 modules, 25 edges: 10 words.
  CHECK_FALSE(
      analyse(project_with_manifest(text, ""), options).reach.has_value());
  options.reach_work_limit = 10;
  CHECK(analyse(project_with_manifest(text, ""), options).reach.has_value());
}

}  // namespace
}  // namespace modgraph
