#include "engine/report/answers/indirect.h"

#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/graph_text.h"
#include "tests/support/packages.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

struct Inputs {
  std::string_view graph;
  std::string_view manifest = {};
  std::string_view packages = {};
  std::string_view old = {};  // modules of go 1.13, of a list; others of 1.17
};

Project project_from(const Inputs& in) {
  Project out;
  out.graph = module_graph(in.graph);
  out.graph_file = "graph.txt";
  if (!in.manifest.empty()) {
    out.manifests.push_back(manifest(in.manifest));
    out.manifests[0].file = "go.mod";
    out.manifests[0].go = VersionDirective{"1.22", {}};
  }
  out.packages = packages(in.packages);
  out.packages_file = "packages.json";
  if (in.old.empty()) return out;
  for (NodeId n : out.graph.nodes()) {
    ModuleInfo& row = out.module_info.emplace_back();
    row.path = out.graph.path(n);
    row.version = out.graph.version(n);
    row.go_mod = "go.mod";
    row.go_version = in.old.find(row.path) != in.old.npos ? "1.13" : "1.17";
  }
  return out;
}

Document indirect_of(const Project& project) {
  Document out = indirect_document(project, analyse(project));
  CHECK(misfit(out) == "");
  return out;
}

// Without what other inputs would tell.
std::string text_of_inputs(const Inputs& in) {
  const std::string text = text_of(indirect_of(project_from(in)));
  return text.substr(0, text.find("\nnot known"));
}

const Inputs kShop{"A: B1 C1.3 D1 | B1: C1.2 | C1.2: E1",
                   "A: B1 | indirect: C1.3 D1"};

TEST_CASE("a line that pins, a line that is stale, a module that is left") {
  CHECK(text_of_inputs(kShop) == R"(A: 5 modules

versions that only an `// indirect` line requires: 1
  go.mod:3: C v1.3.0 (without the line: v1.2.0, required by B@v1.0.0)

lines that `go mod tidy` may remove: 1
  go.mod:4: D v1.0.0: nothing else in the graph requires it

direct requirements, by the modules that each alone brings: 1
  module  version  exclusive
  B       v1.0.0           2

modules that only unselected versions require: 1
  E v1.0.0, required by C@v1.2.0
)");
}

TEST_CASE("the same as JSON") {
  CHECK(json_of(indirect_of(project_from(kShop))) == R"({
"schema_version": 2,
"document": "indirect",
"main_modules": ["A"],
"modules": 5,
"pinned_by_indirect": [
  {"module": "C", "version": "v1.3.0", "without": "v1.2.0", "without_is_bound": false, "required_by": ["B@v1.0.0"], "locations": [{"file": "go.mod", "line": 3, "column": 0}]}
],
"stale": [
  {"module": "D", "version": "v1.0.0", "sure": false, "reason": "nothing else in the graph requires it", "location": {"file": "go.mod", "line": 4, "column": 0}}
],
"direct_requirements": [
  {"module": "B", "version": "v1.0.0", "exclusive": 2, "heavy": false}
],
"unpruned": null,
"packages": null,
"unreachable_modules": [
  {"module": "E", "version": "v1.0.0", "required_by": ["C@v1.2.0"]}
],
"partial": false,
"partial_because": []
}
)");
}

TEST_CASE("csv has the direct requirements") {
  CHECK(csv_of(indirect_of(project_from(kShop))) ==
        "module,version,exclusive,heavy\r\nB,v1.0.0,2,false\r\n");
}

TEST_CASE("from graph text alone, lines are not known") {
  CHECK(text_of(indirect_of(project_from({"A: B1 C1 | B1: D1"}))) ==
        R"(A: 4 modules

direct requirements, by the modules that each alone brings: 2
  module  version  exclusive
  B       v1.0.0           2
  C       v1.0.0           1

not known without --mod go.mod: which lines are `// indirect`
not known without `go list -deps -test -json ./...` (--packages FILE): which modules provide packages, and to what
not known without `go list -m -json all` (--list FILE): which dependencies are below go 1.17
)");
}

TEST_CASE("without a graph, little is known") {
  Project project = project_from({"A: B1 C1", "A: B1 | indirect: C1"});
  project.has_graph_text = false;
  project.partial_because = {"no graph was given"};
  CHECK(text_of(indirect_of(project)) == R"(A: 3 modules

direct requirements, by the modules that each alone brings: 1
  module  version  exclusive
  B       v1.0.0           1

not known without `go mod graph` (--graph FILE) or the module's folder: what dependencies require
not known without `go list -deps -test -json ./...` (--packages FILE): which modules provide packages, and to what
not known without `go list -m -json all` (--list FILE): which dependencies are below go 1.17
)");
  CHECK(json_of(indirect_of(project)).find("\"stale\": null") !=
        std::string::npos);
}

TEST_CASE("where not every go.mod was read, no line is called stale or sound") {
  Project project = project_from({"A: B1 D1", "A: B1 | indirect: D1"});
  project.partial_because = {"1 go.mod file is missing"};
  CHECK(text_of(indirect_of(project)) == R"(A: 3 modules

direct requirements, by the modules that each alone brings: 1
  module  version  exclusive
  B       v1.0.0           1

not known, as not every go.mod was read: which lines are stale
not known without `go list -deps -test -json ./...` (--packages FILE): which modules provide packages, and to what
not known without `go list -m -json all` (--list FILE): which dependencies are below go 1.17
)");
}

TEST_CASE("healthy lines are said to be") {
  CHECK(text_of_inputs({"A: B1 C1 | B1: C1", "A: B1 | indirect: C1"}) ==
        R"(A: 3 modules
no `// indirect` line pins a version or is stale

direct requirements, by the modules that each alone brings: 1
  module  version  exclusive
  B       v1.0.0           2
)");
}

TEST_CASE("package data: for tests, for nothing; sure about a stale line") {
  CHECK(text_of_inputs({"A: B1 C1 D1 T1 | B1: C1", "A: B1 T1 | indirect: C1 D1",
                        "A: B | A.test: T | B1: | T1:"}) == R"(A: 5 modules

lines that `go mod tidy` would remove: 2
  go.mod:5: D v1.0.0: it provides no package, and no module that does requires it
  go.mod:4: C v1.0.0, possibly: it provides no package in this build configuration

direct requirements, by the modules that each alone brings: 2
  module  version  exclusive
  B       v1.0.0           2
  T       v1.0.0           1

modules that provide packages to tests only: 1
  T@v1.0.0

modules that provide no package in this build configuration: 2
  C@v1.0.0
  D@v1.0.0
)");
}

TEST_CASE("package data of another build is left out, and that is told") {
  CHECK(text_of_inputs({"A: B1 | B1: C1", "A: B1", "A: B | B2:"}) ==
        R"(A: 3 modules
no `// indirect` line pins a version or is stale

direct requirements, by the modules that each alone brings: 1
  module  version  exclusive
  B       v1.0.0           2

partial
  packages.json has 'B' v2.0.0, but graph.txt selects v1.0.0: package data is ignored
)");
}

TEST_CASE("dependencies below go 1.17") {
  const Inputs in{"A: B1 F1 | B1: C1 | C1: D1", "A: B1 F1", {}, "B F"};
  CHECK(text_of_inputs(in) == R"(A: 5 modules
no `// indirect` line pins a version or is stale

direct requirements, by the modules that each alone brings: 2
  module  version  exclusive
  B       v1.0.0           3
  F       v1.0.0           1

1 module is in the build list only because dependencies below go 1.17 load all that they require

brought by one of them alone
  B v1.0.0 (go 1.13): 1 module
)");
  CHECK(json_of(indirect_of(project_from(in))).find("\"unpruned\": {") !=
        std::string::npos);
}

TEST_CASE("a workspace may load more without the line") {
  Project project = project_from({"A: B1 C1.3 | B: C1.3 | B1: C1.2"});
  project.manifests = {manifest("A: B1 | indirect: C1.3"),
                       manifest("B: | indirect: C1.3")};
  for (Manifest& m : project.manifests) m.file = m.module->path + "/go.mod";
  CHECK(text_of(indirect_of(project))
            .find("\n  A/go.mod:3 and B/go.mod:2: C v1.3.0 (without the line: "
                  "v1.2.0 or higher, required by B@v1.0.0)\n") !=
        std::string::npos);
}

}  // namespace
}  // namespace modgraph::test
