#include "engine/analysis/go_mod_lines/package_use.h"

#include "tests/support/graph_text.h"
#include "tests/support/packages.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

constexpr std::string_view kGraph = "A: B1 T1 | B1: C1 | T1: C1 | C1: D1";

// "B build 1, T test 1", without main modules.
std::string uses(std::string_view packages_text,
                 const std::vector<std::string>& tools = {}) {
  const ModuleGraph graph = test::module_graph(kGraph);
  std::vector<Manifest> manifests{test::manifest("A: B1 T1")};
  for (const std::string& tool : tools) manifests[0].tool.push_back({tool, {}});
  const PackageUse use =
      package_use(graph, manifests, test::packages(packages_text));
  CHECK(use.disagreements.empty());
  std::string out;
  for (ModuleId m : graph.modules()) {
    const ModuleUse u = use.use[index(m)];
    if (graph.is_main(graph.selected(m))) continue;
    out += (out.empty() ? "" : ", ") + std::string(graph.path(m)) +
           (u == ModuleUse::kBuild  ? " build "
            : u == ModuleUse::kTest ? " test "
            : u == ModuleUse::kTool ? " tool "
                                    : " none ") +
           std::to_string(use.packages[index(m)]);
  }
  return out;
}

// "other version B v2.0.0 v1.0.0", one a line.
std::string package_disagreements(std::string_view packages_text) {
  using Kind = PackagesDisagreement::Kind;
  const ModuleGraph graph = test::module_graph(kGraph);
  std::string out;
  for (const PackagesDisagreement& d :
       package_use(graph, {}, test::packages(packages_text)).disagreements)
    out += (out.empty() ? "" : " | ") +
           std::string(d.kind == Kind::kOtherVersion    ? "other version "
                       : d.kind == Kind::kNotInGraph    ? "not in graph "
                       : d.kind == Kind::kNoMainPackage ? "no main package "
                                                        : "missing import ") +
           d.path + " " + d.version + " " + d.graph_version + " " +
           std::to_string(d.line);
  return out;
}

TEST_CASE("build before test before tool") {
  CHECK(uses("C1: | B1: C | T1: | A: B | A.test: A T") ==
        "B build 1, C build 1, D none 0, T test 1");
  CHECK(uses("C1: | B1: | T1: C | A: B | A.test: A T") ==
        "B build 1, C test 1, D none 0, T test 1");
  CHECK(uses("D1: | C1: D | B1: | T1/gen: C | T1: D | A: B | A.test: A T",
             {"T/gen"}) == "B build 1, C tool 1, D test 1, T test 2");
}

TEST_CASE("a module gives as many packages as are listed, variants once") {
  auto packages = test::packages("B1: | B1/x: | B1/y: | A: B B/x B/y");
  packages.push_back(packages[0]);
  packages.back().import_path = "B [A.test]";
  packages.back().for_test = "A";
  const ModuleGraph graph = test::module_graph(kGraph);
  const PackageUse use = package_use(graph, {}, packages);
  CHECK(use.packages[index(*graph.find("B"))] == 3);
}

TEST_CASE("several build configurations add up") {
  CHECK(uses("B1: | A: B | C1: | A: C") ==
        "B build 1, C build 1, D none 0, T none 0");
}

TEST_CASE("package data of another build") {
  CHECK(package_disagreements("B1: | A: B").empty());
  CHECK(package_disagreements("B2: | B2/x: | A: B B/x") ==
        "other version B v2.0.0 v1.0.0 1");
  CHECK(package_disagreements("Z1: | A: Z") == "not in graph Z v1.0.0  1");
  CHECK(package_disagreements("M: B | B1: | A: B") == "not in graph M   1");
  CHECK(package_disagreements("B: | A: B") == "other version B  v1.0.0 1");
  CHECK(package_disagreements("B1:") == "no main package    0");
  CHECK(package_disagreements("A: B C") == "missing import B   0");
}

TEST_CASE("data without -test does not know what tests need") {
  auto packages = test::packages("B1: | A: B");
  const ModuleGraph graph = test::module_graph(kGraph);
  CHECK(package_use(graph, {}, packages).is_sound());
  packages[1].has_test_imports = true;
  CHECK_FALSE(package_use(graph, {}, packages).is_sound());
  packages.push_back(test::packages("A.test: A")[0]);
  CHECK(package_use(graph, {}, packages).is_sound());
}

TEST_CASE("what an import that fails would import is not known") {
  auto packages = test::packages("B1: | A: B B/gone");
  PackageInfo gone;
  gone.import_path = "B/gone";
  gone.error.emplace().message = "no required module provides it";
  packages.push_back(gone);
  const ModuleGraph graph = test::module_graph(kGraph);
  CHECK(package_use(graph, {}, packages).unresolved_import == "B/gone");
  CHECK_FALSE(package_use(graph, {}, packages).is_sound());
  packages.back().module = {"B", "v1.0.0", false};  // excluded here: has files
  CHECK(package_use(graph, {}, packages).is_sound());
}

TEST_CASE("data of a module without tests are whole") {
  // `go list -deps` names the imports of the standard library's tests, whether
  // or not -test was given, and lists none of those tests.
  auto packages = test::packages("B1: | A: B");
  packages[0].has_test_imports = true;
  PackageInfo standard;
  standard.import_path = "fmt";
  standard.standard = true;
  standard.has_test_imports = true;
  packages.push_back(standard);
  const ModuleGraph graph = test::module_graph(kGraph);
  CHECK(package_use(graph, {}, packages).is_sound());
}

TEST_CASE("a package called test is not the program of a test") {
  auto packages = test::packages("B1: | A: B");
  packages[1].import_path = "A/cmd/my.test";
  packages[1].name = "main";
  const ModuleGraph graph = test::module_graph(kGraph);
  CHECK(package_use(graph, {}, packages).use[index(*graph.find("B"))] ==
        ModuleUse::kBuild);
}

}  // namespace
}  // namespace modgraph
