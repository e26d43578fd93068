#include "engine/report/answers/why.h"

#include "engine/model/selected_graph.h"
#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/graph_text.h"
#include "tests/support/random_graph.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

struct Case {
  std::string graph;
  std::string manifest;  // "": none was read
};

Document why_of(const Case& c, const std::vector<std::string>& words) {
  Project project;
  project.graph = module_graph(c.graph);
  if (!c.manifest.empty()) {
    project.manifests.push_back(manifest(c.manifest));
    project.manifests.back().file = "go.mod";
  }
  const auto selected = selected_graph(project.graph);
  std::vector<Why> whys;
  for (const std::string& word : words) {
    const ModuleVersion m = module_version(word);
    whys.push_back(why(project.graph, selected,
                       m.version.empty()
                           ? project.graph.selected(*project.graph.find(m.path))
                           : *project.graph.find(m.path, m.version)));
  }
  Document out = why_document(project, whys);
  CHECK(misfit(out).empty());
  return out;
}

const Case kDiamond{"A: B1 C1 | B1: D2 | C1: D1 | D2: E1 | D1: E1", "A: B1 C1"};

TEST_CASE("a selected version: its chain, who requires it, and what else") {
  CHECK(text_of(why_of(kDiamond, {"D"})) == R"(D v2.0.0 is selected
  shortest chain
    A
    -> B@v1.0.0
    -> D@v2.0.0
  required by
    B@v1.0.0
  next lower version: v1.0.0
    required by
      C@v1.0.0
  without the requirement of
    B@v1.0.0: v1.0.0 would be selected
  paths from the main modules: 2
  go.mod line to change: go.mod:2, where the chain begins
)");
}

TEST_CASE("why as JSON") {
  CHECK(json_of(why_of(kDiamond, {"D"})) == R"({
"schema_version": 2,
"document": "why",
"modules": [
  {"module": "D", "version": "v2.0.0", "main": false, "is_selected": true, "selected": "v2.0.0", "shortest_chain": ["A", "B@v1.0.0", "D@v2.0.0"], "required_by": ["B@v1.0.0"], "next_lower": {"version": "v1.0.0", "required_by": ["C@v1.0.0"]}, "without": [{"required_by": "B@v1.0.0", "selected": "v1.0.0", "is_bound": false}], "paths": "2", "location": {"file": "go.mod", "line": 2, "column": 0}, "location_is_own": false}
]
}
)");
}

TEST_CASE("a version that is not selected") {
  CHECK(text_of(why_of(kDiamond, {"D1"})) ==
        R"(D v1.0.0 is in the graph; v2.0.0 is selected
  shortest chain
    A
    -> C@v1.0.0
    -> D@v1.0.0
  required by
    C@v1.0.0
  paths from the main modules: 2
  go.mod line to change: go.mod:3, where the chain begins
)");
}

TEST_CASE("a module that its only requirement holds") {
  CHECK(text_of(why_of({"A: B1", "A: B1"}, {"B"})) == R"(B v1.0.0 is selected
  shortest chain
    A
    -> B@v1.0.0
  required by
    A
  without the requirement of
    A: it would leave the build
  paths from the main modules: 1
  go.mod line to change: go.mod:2
)");
}

TEST_CASE("without another requirer it stays") {
  CHECK(text_of(why_of({"A: B1 C1 | B1: D2 | C1: D2", ""}, {"D"})) ==
        R"(D v2.0.0 is selected
  shortest chain
    A
    -> B@v1.0.0
    -> D@v2.0.0
  required by
    B@v1.0.0
    C@v1.0.0
  without the requirement of
    B@v1.0.0: v2.0.0 would stay selected
    C@v1.0.0: v2.0.0 would stay selected
  paths from the main modules: 2
)");
}

TEST_CASE("a main module, and several modules at once") {
  CHECK(text_of(why_of(kDiamond, {"A", "B"})) == R"(A is a main module
B v1.0.0 is selected
  shortest chain
    A
    -> B@v1.0.0
  required by
    A
  without the requirement of
    A: it would leave the build
  paths from the main modules: 1
  go.mod line to change: go.mod:2
)");
}

TEST_CASE("every version of random graphs fits the shape") {
  Random random(13);
  for (int i = 0; i < 100; ++i) {
    Project project;
    project.graph = random_module_graph(random, 20);
    const auto selected = selected_graph(project.graph);
    std::vector<Why> whys;
    for (const NodeId n : project.graph.nodes())
      whys.push_back(why(project.graph, selected, n));
    CHECK(misfit(why_document(project, whys)).empty());
  }
}

}  // namespace
}  // namespace modgraph::test
