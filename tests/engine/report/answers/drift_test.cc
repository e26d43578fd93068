#include "engine/report/answers/drift.h"

#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/graph_text.h"
#include "tests/support/replacing_project.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

Project project_with_mods(std::string_view graph,
                          std::initializer_list<std::string_view> mods = {}) {
  Project out;
  out.graph = module_graph(graph);
  for (std::string_view mod : mods) {
    out.manifests.push_back(manifest(mod));
    out.manifests.back().file = out.manifests.back().module->path + "/go.mod";
  }
  return out;
}

Document drift_of(const Project& project) {
  Document out = drift_document(project, analyse(project));
  CHECK(misfit(out) == "");
  return out;
}

std::string text_without_hint(const Project& project) {
  std::string text = text_of(drift_of(project));
  const std::size_t hint = text.find("not known without");
  return text.substr(0, hint);
}

ModuleInfo listed(std::string_view word) {
  const ModuleVersion module = module_version(word);
  ModuleInfo out;
  out.path = module.path;
  out.version = module.version;
  return out;
}

TEST_CASE("one version of every module is no drift") {
  CHECK(text_of(drift_of(project_with_mods("A: B1 | B1: C1"))) ==
        R"(no drift: every module is required at one version
not known without `go list -m -u -json all` (--list FILE): retracted, deprecated and outdated modules
)");
}

TEST_CASE("what is not known is no \"no drift\"") {
  Project project = project_with_mods("A: B1 | B1: C1");
  project.has_stand_ins = true;
  CHECK(text_without_hint(project).starts_with(
      "not known: which versions are required"));
  project.has_stand_ins = false;
  project.has_graph_text = false;
  CHECK(text_without_hint(project).starts_with(
      "not known: which versions are required"));
  // Resolved from the main module alone: B was not loaded.
  Project alone = project_with_mods("A: B1");
  alone.resolved.emplace();
  CHECK(text_without_hint(alone).starts_with(
      "not known: which versions dependencies require"));
}

TEST_CASE("a version that the go command would raise is one that is required") {
  CHECK(text_without_hint(project_with_mods("A: T1 C11 | T1: J1 | J1: C11",
                                            {"A: T1 C0.19"})) ==
        R"(go.mod lines below the selected version: 1
  A/go.mod:3: C v0.19.0, v11.0.0 is selected, required by J@v1.0.0

modules required at several versions, the farthest apart first: 1
  module  distance  lowest   selected  required by
  C       major     v0.19.0  v11.0.0   J@v1.0.0

)");
}

TEST_CASE("what is built in the place of a selected version") {
  const Project project =
      project_with("A: R1.58 B1",
                   "module A; require R v1.58.0; replace R => "
                   "R v1.61.0; replace B => ../b");
  CHECK(text_without_hint(project) == R"(replaced: something else is built: 2
  go.mod:4: B v1.0.0, ../b is built
  go.mod:3: R v1.58.0, R v1.61.0 is built

)");
}

TEST_CASE("the farthest apart first, then direct requirements") {
  CHECK(text_without_hint(project_with_mods(
            "A: B1 C1 D1 E1 | B1: C1.0.1 D2 E1.1 | C1.0.1: F1.1 | "
            "D2: F1",
            {"A: B1 C1 D1 E1"})) ==
        R"(go.mod lines below the selected version: 3
  A/go.mod:3: C v1.0.0, v1.0.1 is selected, required by B@v1.0.0
  A/go.mod:4: D v1.0.0, v2.0.0 is selected, required by B@v1.0.0
  A/go.mod:5: E v1.0.0, v1.1.0 is selected, required by B@v1.0.0

modules required at several versions, the farthest apart first: 4
  module  distance  lowest  selected  required by
  D       major     v1.0.0  v2.0.0    B@v1.0.0
  E       minor     v1.0.0  v1.1.0    B@v1.0.0
  F       minor     v1.0.0  v1.1.0    C@v1.0.1
  C       patch     v1.0.0  v1.0.1    B@v1.0.0

)");
}

TEST_CASE("every version that is required, with what requires it") {
  CHECK(
      json_of(drift_of(project_with_mods("A: B1 C1 | B1: C2 D1 | C1: D1.1"))) ==
      R"({
"schema_version": 2,
"document": "drift",
"below_selected": [],
"go_line": null,
"cross_module_drift": [],
"prerelease_selected": [],
"split_majors": [],
"replaced": [],
"drift": [
  {"module": "C", "distance": "major", "lowest": "v1.0.0", "next_lower": "v1.0.0", "selected": "v2.0.0", "required_by": ["B@v1.0.0"], "direct": false, "required": [{"version": "v1.0.0", "distance": "major", "required_by": ["A"]}, {"version": "v2.0.0", "distance": "none", "required_by": ["B@v1.0.0"]}]},
  {"module": "D", "distance": "minor", "lowest": "v1.0.0", "next_lower": "v1.0.0", "selected": "v1.1.0", "required_by": ["C@v1.0.0"], "direct": false, "required": [{"version": "v1.0.0", "distance": "minor", "required_by": ["B@v1.0.0"]}, {"version": "v1.1.0", "distance": "none", "required_by": ["C@v1.0.0"]}]}
],
"retracted": null,
"deprecated": null,
"outdated": null
}
)");
}

TEST_CASE("a main module may be required at versions") {
  CHECK(text_without_hint(project_with_mods("A: B1 | B1: A1 C1 | C1: A1.2")) ==
        R"(modules required at several versions, the farthest apart first: 1
  module  distance  lowest  selected  required by
  A       none      v1.0.0

)");
}

TEST_CASE("csv has the modules at several versions") {
  CHECK(csv_of(drift_of(project_with_mods("A: B1 C1 | B1: C2"))) ==
        "module,distance,lowest,next_lower,selected,required_by,direct,"
        "required\r\n"
        "C,major,v1.0.0,v1.0.0,v2.0.0,B@v1.0.0,false,2\r\n");
}

TEST_CASE("main modules of a workspace that disagree") {
  CHECK(text_without_hint(
            project_with_mods("A: C1 | B: C2", {"A: C1", "B: C2"})) ==
        R"(go.mod lines below the selected version: 1
  A/go.mod:2: C v1.0.0, v2.0.0 is selected, required by B

modules about which main modules disagree: 1
  C
    v1.0.0 required by A
    v2.0.0 required by B

modules required at several versions, the farthest apart first: 1
  module  distance  lowest  selected  required by
  C       major     v1.0.0  v2.0.0    B

)");
}

TEST_CASE("pre-releases, several majors, the go line") {
  Project project = project_with_mods(
      "A: B1 C1 x/m@v1.0.0 go1.22 | B1: C@v1.5.0-rc.1 x/m/v2@v2.1.0 go1.22",
      {"A: B1 C1"});
  project.manifests[0].go = VersionDirective{"1.21", {}};
  CHECK(text_without_hint(project) ==
        R"(go.mod lines below the selected version: 1
  A/go.mod:3: C v1.0.0, v1.5.0-rc.1 is selected, required by B@v1.0.0

the go line 1.21 will be raised to 1.22, required by B@v1.0.0

pre-releases and pseudo-versions selected over a release: 1
  C v1.5.0-rc.1 over v1.0.0, required by B@v1.0.0

modules selected at several major versions: 1
  x/m@v1.0.0 and x/m/v2@v2.1.0

modules required at several versions, the farthest apart first: 1
  module  distance  lowest  selected     required by
  C       minor     v1.0.0  v1.5.0-rc.1  B@v1.0.0

)");
  project.manifests[0].go = VersionDirective{"1.22", {}};
  CHECK(text_without_hint(project).find("\nthe go line cannot be lower "
                                        "than 1.22, required by B@v1.0.0\n") !=
        std::string::npos);
  project.manifests[0].go.reset();
  CHECK(text_without_hint(project).find(
            "\ngo 1.22 or later is required by B@v1.0.0\n") !=
        std::string::npos);
}

TEST_CASE("what a module list says") {
  Project project =
      project_with_mods("A: B1 C1 D1 E1", {"A: B1 E1 | indirect: C1"});
  project.module_info = {listed("B1"), listed("C1"), listed("D1"),
                         listed("E1")};
  project.module_info[0].retracted = {"broken", "on purpose"};
  project.module_info[1].deprecated = "use D";
  project.module_info[2].update = listed("D1.5");
  project.module_info[3].update = listed("E1.2");
  const Document document = drift_of(project);
  CHECK(text_of(document) ==
        R"(no drift: every module is required at one version

retracted by their authors: 1
  B v1.0.0: broken and on purpose

deprecated by their authors: 1
  C v1.0.0: use D

modules with a newer version: 2
  module  version  newest
  E       v1.0.0   v1.2.0
  D       v1.0.0   v1.5.0
)");
  CHECK(json_of(document).ends_with(R"("retracted": [
  {"module": "B", "version": "v1.0.0", "rationales": ["broken", "on purpose"]}
],
"deprecated": [
  {"module": "C", "version": "v1.0.0", "message": "use D"}
],
"outdated": [
  {"module": "E", "version": "v1.0.0", "newest": "v1.2.0", "direct": true},
  {"module": "D", "version": "v1.0.0", "newest": "v1.5.0", "direct": false}
]
}
)"));
}

}  // namespace
}  // namespace modgraph::test
