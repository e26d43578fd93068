#include "engine/findings/run_rules.h"
#include "tests/support/graph_text.h"
#include "tests/support/packages.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

struct Inputs {
  std::string_view graph;
  std::string_view manifest = {};
  std::string_view packages = {};
  std::string_view old = {};  // modules of go 1.13, of a list; others of 1.17
};

Project project_from(const Inputs& in) {
  Project out;
  out.graph = test::module_graph(in.graph);
  out.graph_file = "graph.txt";
  if (!in.manifest.empty()) {
    out.manifests.push_back(test::manifest(in.manifest));
    out.manifests[0].file = "go.mod";
    out.manifests[0].go = VersionDirective{"1.22", {}};
  }
  out.packages = test::packages(in.packages);
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

// The findings of one rule: "warning D@v2.0.0 line 3: message".
std::string findings_for(std::string_view code, const Inputs& in,
                         const RuleSettings& settings = {}) {
  const Project project = project_from(in);
  std::string out;
  for (const Finding& f : run_rules(project, analyse(project), settings)) {
    if (f.rule->code != code) continue;
    out += (out.empty() ? "" : "; ") + std::string(level_name(f.level));
    for (const Subject& s : f.subjects)
      out += " " + s.module + (s.version.empty() ? "" : "@" + s.version);
    if (f.location) out += " line " + std::to_string(f.location->line);
    out += ": " + f.message;
  }
  return out;
}

TEST_CASE("MG3001 heavy-direct") {
  CHECK(findings_for("MG3001",
                     {"A: B1 | B1: C1 D1 E1 F1 G1 H1 I1 J1 K1", "A: B1"}) ==
        "note B@v1.0.0 line 2: 'B' is the only way to 10 modules, itself "
        "included");
  // Nine are not many; and what another requirement needs too does not count.
  CHECK(findings_for("MG3001", {"A: B1 | B1: C1 D1 E1 F1 G1 H1 I1 J1", "A: B1"})
            .empty());
  CHECK(
      findings_for("MG3001", {"A: B1 Z1 | B1: C1 D1 E1 F1 G1 H1 I1 J1 K1 | Z1: "
                              "K1",
                              "A: B1 Z1"})
          .empty());
}

TEST_CASE("MG3002 pinned-ahead") {
  CHECK(findings_for("MG3002", {"A: B1 D2 | B1: D1", "A: B1 | indirect: D2"}) ==
        "note D@v2.0.0 line 3: go.mod keeps 'D' at v2.0.0; dependencies "
        "require v1.0.0");
  CHECK(findings_for("MG3002", {"A: B1 D2 | B1: D2", "A: B1 | indirect: D2"})
            .empty());
}

TEST_CASE("MG3007 unused-direct") {
  CHECK(findings_for("MG3007", {"A: B1 D1", "A: B1 D1", "B1: | A: B"}) ==
        "warning D@v1.0.0 line 3: 'D' is required directly, but no package of "
        "it is used");
  CHECK(findings_for("MG3007", {"A: B1 D1", "A: B1 D1", "B1: | D1: | A: B D"})
            .empty());
  CHECK(findings_for("MG3007", {"A: B1 D1", "A: B1 D1"}).empty());  // not known
}

TEST_CASE("MG3008 wrong-indirect-comment") {
  CHECK(findings_for("MG3008", {"A: B1 D1", "A: B1 | indirect: D1",
                                "B1: | D1: | A: B D"}) ==
        "warning D@v1.0.0 line 3: 'D' is marked `// indirect`, but packages of "
        "the main module import it");
  CHECK(findings_for("MG3008",
                     {"A: B1 D1", "A: B1 | indirect: D1", "D1: | B1: D | A: B"})
            .empty());
}

TEST_CASE("MG3009 ambiguous-import") {
  Project project = project_from({"A: x/m@v1.1.0 x/m/c@v1.2.0"});
  PackageInfo package;
  package.import_path = "x/m/c";
  package.error.emplace();
  package.error->message =
      "ambiguous import: found package x/m/c in multiple modules:\n\tx/m "
      "v1.1.0 (/cache/x/m@v1.1.0/c)\n\tx/m/c v1.2.0 (/cache/x/m/c@v1.2.0)";
  project.packages.push_back(package);
  const auto messages = [&] {
    std::string out;
    for (const Finding& f : run_rules(project, analyse(project), {}))
      if (f.rule->code == "MG3009") out += f.message;
    return out;
  };
  CHECK(messages() ==
        "package 'x/m/c' is in 2 modules: x/m@v1.1.0 and "
        "x/m/c@v1.2.0");
  project.packages[0].error->message = "no required module provides package";
  CHECK(messages() == "");
}

// Of a build where two modules have the same packages.
std::string shared_found(const Inputs& in, SharedPackages shared) {
  Project project = project_from(in);
  project.metadata.shared_packages.push_back(std::move(shared));
  std::string out;
  for (const Finding& f : run_rules(project, analyse(project), {}))
    if (f.rule->code == "MG3009")
      out += std::string(level_name(f.level)) + ": " + f.message;
  return out;
}

TEST_CASE("MG3009 ambiguous-import, from the files of the modules") {
  const Inputs direct{"A: x/m@v1.1.0 x/m/c@v1.2.0",
                      "A: x/m@v1.1.0 x/m/c@v1.2.0"};
  CHECK(shared_found(direct, {"x/m", "x/m/c", {"x/m/c"}, true}) ==
        "warning: package 'x/m/c' is in 2 modules: x/m@v1.1.0 and "
        "x/m/c@v1.2.0");
  // It may be in the build for another package.
  CHECK(shared_found(direct, {"x/m", "x/m/c", {"x/m/c", "x/m/c/d"}, false}) ==
        "note: 2 packages are in 2 modules: x/m@v1.1.0 and x/m/c@v1.2.0");
  CHECK(shared_found({"A: x/m@v1.1.0", "A: x/m@v1.1.0"},
                     {"x/m", "x/m/c", {"x/m/c"}, true})
            .empty());
}

TEST_CASE("MG3009 ambiguous-import, where an indirect line may be stale") {
  const SharedPackages shared{"x/m", "x/m/c", {"x/m/c"}, true};
  const std::string lines = "A: x/m@v1.1.0 | indirect: x/m/c@v1.2.0";
  CHECK(shared_found({"A: x/m@v1.1.0 x/m/c@v1.2.0", lines}, shared)
            .starts_with("note: "));
  CHECK(shared_found(
            {"A: x/m@v1.1.0 x/m/c@v1.2.0 B1 | B1: x/m/c@v1.2.0", lines}, shared)
            .starts_with("warning: "));
}

TEST_CASE("MG3009 ambiguous-import, of the main module's own packages") {
  CHECK(shared_found({"x/m/c: x/m@v1.1.0", "x/m/c: x/m@v1.1.0"},
                     {"x/m", "x/m/c", {"x/m/c/d"}, false}) ==
        "warning: package 'x/m/c/d' is in 2 modules: x/m@v1.1.0 and x/m/c");
}

TEST_CASE("MG3010 case-collision") {
  CHECK(findings_for("MG3010", {"A: x/Log@v1.0.0 x/log@v1.1.0"}) ==
        "warning x/Log@v1.0.0 x/log@v1.1.0: modules of the build differ only "
        "in case: x/Log@v1.0.0 and x/log@v1.1.0");
  CHECK(findings_for("MG3010", {"A: x/Log@v1.0.0 x/logs@v1.1.0"}).empty());
}

TEST_CASE("MG3003 stale-indirect, with package data") {
  CHECK(findings_for("MG3003",
                     {"A: B1 D1", "A: B1 | indirect: D1", "B1: | A: B"}) ==
        "warning D@v1.0.0 line 3: `go mod tidy` would remove the `// indirect` "
        "line of 'D'");
  CHECK(findings_for("MG3003",
                     {"A: B1 D1", "A: B1 | indirect: D1", "D1: | B1: D | A: B"})
            .empty());
}

TEST_CASE("MG3003 stale-indirect, possibly") {
  const std::string possibly =
      "note D@v1.0.0 line 3: `go mod tidy` might remove the `// indirect` line "
      "of 'D'";
  CHECK(findings_for("MG3003", {"A: B1 D1", "A: B1 | indirect: D1"}) ==
        possibly);
  CHECK(findings_for("MG3003", {"A: B1 D1 | B1: D1", "A: B1 | indirect: D1",
                                "B1: | A: B"}) == possibly);
  // A tidy go.mod lists what it needs: that the build list would stay the same
  // proves nothing.
  CHECK(findings_for("MG3003", {"A: B1 D1 | B1: D1", "A: B1 | indirect: D1"})
            .empty());
}

TEST_CASE("MG3003: what the user says of a rule holds for all its findings") {
  CHECK(findings_for("MG3003", {"A: B1 D1", "A: B1 | indirect: D1"},
                     {.deny = {"MG3003"}})
            .starts_with("error"));
  CHECK(findings_for("MG3003", {"A: B1 D1", "A: B1 | indirect: D1"},
                     {.allow = {"stale-indirect"}})
            .empty());
}

TEST_CASE("MG3004 test-only") {
  CHECK(findings_for("MG3004", {"A: B1 T1", "A: B1 T1",
                                "B1: | T1: | A: B | A.test: A T"}) ==
        "note T@v1.0.0 line 3: 'T' is used by tests only");
  CHECK(findings_for("MG3004", {"A: B1 T1", "A: B1 T1",
                                "B1: T | T1: | A: B | A.test: A T"})
            .empty());
  CHECK(findings_for("MG3004", {"A: B1 T1", "A: B1 T1"}).empty());
}

TEST_CASE("MG3005 unpruned-closure") {
  CHECK(findings_for("MG3005", {"A: B1 | B1: C1 | C1: D1", "A: B1", {}, "B"}) ==
        "note B@v1.0.0 line 2: 'B' has go 1.13, so the graph is not pruned "
        "below it: 1 module is in the build list only for that reason");
  CHECK(findings_for("MG3005",
                     {"A: B1 D1 | B1: C1 | C1: D1", "A: B1 D1", {}, "B"})
            .empty());
  CHECK(findings_for("MG3005", {"A: B1 | B1: C1 | C1: D1", "A: B1"}).empty());
}

TEST_CASE("MG3006 left-over-module") {
  CHECK(findings_for("MG3006", {"A: B2 C1 | C1: B1 | B1: D1", "A: B2 C1"}) ==
        "note D@v1.0.0: 'D' is in the build list only because of versions that "
        "are not selected");
  CHECK(findings_for("MG3006",
                     {"A: B2 C1 | C1: B1 | B1: D1 | B2: D1", "A: B2 C1"})
            .empty());
}

TEST_CASE("MG8006 packages-disagree") {
  CHECK(findings_for("MG8006", {"A: B1", "A: B1", "B2: | A: B"}) ==
        "error B@v2.0.0 line 1: packages.json has 'B' v2.0.0, but graph.txt "
        "selects v1.0.0");
  CHECK(findings_for("MG8006", {"A: B1", "A: B1", "Z1: | A: Z"}) ==
        "error Z@v1.0.0 line 1: packages.json has 'Z' v1.0.0, but graph.txt "
        "has no such module");
  CHECK(findings_for("MG8006", {"A: B1", "A: B1", "B1:"}) ==
        "error A: packages.json lists no package of a main module of "
        "graph.txt");
  CHECK(findings_for("MG8006", {"A: B1", "A: B1", "A: B"}) ==
        "error A: packages.json has a package that imports 'B', but does not "
        "list it");
  CHECK(findings_for("MG8006", {"A: B1", "A: B1", "B1: | A: B"}).empty());
}

TEST_CASE("MG8006: the other questions are answered all the same") {
  const Inputs in{"A: B1 D2 | B1: D1", "A: B1 | indirect: D2", "B2: | A: B"};
  CHECK_FALSE(findings_for("MG3002", in).empty());
  CHECK(findings_for("MG3003", in).empty());
  CHECK(findings_for("MG3004", in).empty());
}

}  // namespace
}  // namespace modgraph
