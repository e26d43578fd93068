#include "engine/report/answers/why.h"

#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/graph_text.h"
#include "tests/support/random_graph.h"
#include "tests/support/replacing_project.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

struct Case {
  std::string graph;
  std::string manifest;  // "": none was read
  std::optional<std::size_t> unread = {};
};

Document why_of(const Case& c, const std::vector<std::string>& words) {
  Project project;
  project.graph = module_graph(c.graph);
  project.unread_go_mods = c.unread;
  if (!c.manifest.empty()) {
    project.manifests.push_back(manifest(c.manifest));
    project.manifests.back().file = "go.mod";
  }
  std::vector<Why> whys;
  for (const std::string& word : words) {
    const ModuleVersion m = module_version(word);
    whys.push_back(
        why(project, m.version.empty()
                         ? project.graph.selected(*project.graph.find(m.path))
                         : *project.graph.find(m.path, m.version)));
  }
  Document out = why_document(project, whys);
  CHECK(misfit(out).empty());
  return out;
}

const Case kDiamond{"A: B1 C1 | B1: D2 | C1: D1 | D2: E1 | D1: E1", "A: B1 C1"};

TEST_CASE("a selected version: who decides, the ways, and what else") {
  CHECK(text_of(why_of(kDiamond, {"D"})) == R"(D v2.0.0 is selected
  selected by
    B@v1.0.0: without it v1.0.0 would be selected
  ways from direct dependencies: 2
    A -> B@v1.0.0 -> D@v2.0.0
    A -> C@v1.0.0 -> D@v2.0.0
  next lower version: v1.0.0
    required by
      C@v1.0.0
  the first way begins at go.mod:2
)");
}

TEST_CASE("why as JSON") {
  CHECK(json_of(why_of(kDiamond, {"D"})) == R"({
"schema_version": 2,
"document": "why",
"modules": [
  {"module": "D", "version": "v2.0.0", "main": false, "is_selected": true, "selected": "v2.0.0", "replaced_by": null, "written": null, "lines": [], "decided_by": ["B@v1.0.0"], "without": [{"required_by": "B@v1.0.0", "replaced_by": null, "selected": "v1.0.0", "is_bound": false}], "ways": [["A", "B@v1.0.0", "D@v2.0.0"], ["A", "C@v1.0.0", "D@v2.0.0"]], "ways_total": 2, "indirect_ways": [], "unselected": [], "unread": null, "required_by": ["B@v1.0.0"], "next_lower": {"version": "v1.0.0", "required_by": ["C@v1.0.0"]}, "location": {"file": "go.mod", "line": 2, "column": 0}, "location_is_own": false}
]
}
)");
}

TEST_CASE("a version that is not selected") {
  CHECK(text_of(why_of(kDiamond, {"D1"})) ==
        R"(D v1.0.0 is in the graph; v2.0.0 is selected
  ways from direct dependencies: 1
    A -> C@v1.0.0 -> D@v1.0.0
  required by
    C@v1.0.0
  the first way begins at go.mod:3
)");
}

TEST_CASE("a module that its only requirement holds") {
  CHECK(text_of(why_of({"A: B1", "A: B1"}, {"B"})) == R"(B v1.0.0 is selected
  go.mod:2 requires v1.0.0
  selected by
    A: without it the module would leave the build
  ways from direct dependencies: 1
    A -> B@v1.0.0
)");
}

TEST_CASE("without another requirer it stays") {
  CHECK(text_of(why_of({"A: B1 C1 | B1: D2 | C1: D2", ""}, {"D"})) ==
        R"(D v2.0.0 is selected
  selected by
    B@v1.0.0: without it v2.0.0 would stay selected
    C@v1.0.0: without it v2.0.0 would stay selected
  ways from direct dependencies: 2
    A -> B@v1.0.0 -> D@v2.0.0
    A -> C@v1.0.0 -> D@v2.0.0
)");
}

TEST_CASE("a main module, and several modules at once") {
  CHECK(text_of(why_of(kDiamond, {"A", "B"})) == R"(A is a main module
B v1.0.0 is selected
  go.mod:2 requires v1.0.0
  selected by
    A: without it the module would leave the build
  ways from direct dependencies: 1
    A -> B@v1.0.0
)");
}

TEST_CASE("a line that is lower than what is selected keeps its version") {
  CHECK(text_of(
            why_of({"A: T1.4 C11 | T1.4: J0.3 | J0.3: C11", "A: T1.4 C0.19.2"},
                   {"C"})) == R"(C v11.0.0 is selected
  go.mod:3 requires v0.19.2, which is lower
  selected by
    J@v0.3.0: without it v0.19.2 would be selected
  ways from direct dependencies: 1
    A -> T@v1.4.0 -> J@v0.3.0 -> C@v11.0.0
)");
}

TEST_CASE("nothing but an own indirect line") {
  Case c{"A: B1 C1 | B1: D1", "A: B1 | indirect: C1"};
  c.unread = 0;
  CHECK(text_of(why_of(c, {"C"})) == R"(C v1.0.0 is selected
  go.mod:3 requires v1.0.0 // indirect
  selected by
    A: without it the module would leave the build
  nothing but go.mod's own line requires it
)");
  c.unread = 2;
  CHECK(text_of(why_of(c, {"C"})) == R"(C v1.0.0 is selected
  go.mod:3 requires v1.0.0 // indirect
  selected by
    A: without it the module would leave the build
  no direct dependency is known to lead to it: not every go.mod was read
)");
}

TEST_CASE("a chain through a version that is not in the build says so") {
  Case c{"A: B2 C1 | C1: H1 | H1: B1 | B1: L1 | B2: F1",
         "A: B2 | indirect: C1"};
  c.unread = 0;
  CHECK(text_of(why_of(c, {"L"})) == R"(L v1.0.0 is selected
  selected by
    B@v1.0.0: without it the module would leave the build
  no direct dependency leads to it
  ways from // indirect lines: 1
    A -> C@v1.0.0 -> H@v1.0.0 -> B@v1.0.0 -> L@v1.0.0
  these pass through versions that are not in the build: no selected version leads there
    B v1.0.0: v2.0.0 is built
  the first way begins at go.mod:3
)");
}

TEST_CASE("what replaces a module, and a requirer, is named") {
  const Project project =
      project_with("A: R1.58 N0.18 | R1.58: N0.18",
                   "module A; require R v1.58.0; require N v0.18.0 // "
                   "indirect; replace R => R v1.61.0; replace N v0.18.0 => "
                   "N v0.22.0");
  const auto answer = [&](std::string_view path) {
    const std::vector<Why> whys{
        why(project, project.graph.selected(*project.graph.find(path)))};
    const Document out = why_document(project, whys);
    CHECK(misfit(out).empty());
    return text_of(out);
  };
  CHECK(answer("N") ==
        R"(N v0.18.0 is selected, replaced by N v0.22.0 (go.mod:5)
  go.mod:3 requires v0.18.0 // indirect
  selected by
    R@v1.58.0 => R v1.61.0: without it the module would leave the build
  go.mod's own // indirect line repeats this version: it is to be lowered or dropped too
  ways from direct dependencies: 1
    A -> R@v1.58.0 -> N@v0.18.0
)");
  CHECK(answer("R") ==
        R"(R v1.58.0 is selected, replaced by R v1.61.0 (go.mod:4)
  go.mod:2 requires v1.58.0
  selected by
    A: without it the module would leave the build
  ways from direct dependencies: 1
    A -> R@v1.58.0
)");
}

TEST_CASE("from a vendor folder it is not known what leads there") {
  Project project = project_with("A: B1 C1",
                                 "module A; require B v1.0.0; require C "
                                 "v1.0.0 // indirect");
  project.has_stand_ins = true;
  const std::vector<Why> whys{
      why(project, project.graph.selected(*project.graph.find("C")))};
  const Document out = why_document(project, whys);
  CHECK(text_of(out) == R"(C v1.0.0 is selected
  go.mod:3 requires v1.0.0 // indirect
  what else requires it is not known: no go.mod of a dependency was read
)");
  CHECK(json_of(out).find("\"decided_by\": null") != std::string::npos);
}

TEST_CASE("every version of random graphs fits the shape") {
  Random random(13);
  for (int i = 0; i < 100; ++i) {
    Project project;
    project.graph = random_module_graph(random, 20);
    std::vector<Why> whys;
    for (const NodeId n : project.graph.nodes())
      whys.push_back(why(project, n));
    CHECK(misfit(why_document(project, whys)).empty());
  }
}

}  // namespace
}  // namespace modgraph::test
