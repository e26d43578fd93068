#include "engine/analysis/go_mod_lines/stale_lines.h"

#include "engine/model/selected_graph.h"
#include "tests/support/graph_text.h"
#include "tests/support/packages.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "D1 sure", "D1 possibly".
std::string stale(std::string_view graph_text, std::string_view manifest_text,
                  std::string_view packages_text = {},
                  const std::vector<std::string>& tools = {}) {
  const ModuleGraph graph = test::module_graph(graph_text);
  std::vector<Manifest> manifests{test::manifest(manifest_text)};
  for (const std::string& tool : tools) manifests[0].tool.push_back({tool, {}});
  const auto packages = test::packages(packages_text);
  const PackageUse use = package_use(graph, manifests, packages);
  std::string out;
  for (const StaleLine& s :
       stale_indirect_lines(graph, selected_graph(graph), manifests,
                            packages.empty() ? nullptr : &use))
    out += (out.empty() ? "" : " | ") + test::short_name(graph, s.selected) +
           (s.is_sure() ? " sure" : " possibly");
  return out;
}

TEST_CASE("without package data: nobody else requires the module") {
  CHECK(stale("A: B1 D1", "A: B1 | indirect: D1") == "D1 possibly");
  CHECK(stale("A: B1 D1 | B1: D1", "A: B1 | indirect: D1").empty());
  // A requirement of another version is one, too, even of its own.
  CHECK(stale("A: B1 D2 | B1: D1", "A: B1 | indirect: D2").empty());
  CHECK(stale("A: B1 D1 | D1: E1 | E1: D1", "A: B1 | indirect: D1").empty());
}

TEST_CASE("a direct line is never stale") {
  CHECK(stale("A: B1 D1", "A: B1 D1").empty());
  CHECK(stale("A: D1", "A: D1 | indirect: D1").empty());
}

TEST_CASE("with package data: no package comes from the module") {
  CHECK(stale("A: B1 D1", "A: B1 | indirect: D1", "B1: | A: B") == "D1 sure");
  CHECK(
      stale("A: B1 D1", "A: B1 | indirect: D1", "D1: | B1: D | A: B").empty());
}

TEST_CASE("a module that tests alone need is not stale") {
  CHECK(stale("A: B1 D1 | B1: D1", "A: B1 | indirect: D1",
              "D1: | B1: | A: B | A.test: A D")
            .empty());
}

TEST_CASE("what somebody leads to may be imported on another platform") {
  CHECK(stale("A: B1 D1 | B1: D1", "A: B1 | indirect: D1", "B1: | A: B") ==
        "D1 possibly");
  CHECK(stale("A: B1 D1 C1 | B1: C1 | C1: D1", "A: B1 | indirect: C1 D1",
              "B1: | A: B") == "C1 possibly | D1 possibly");
  // Stale lines do not hold each other.
  CHECK(stale("A: B1 C1 D1 | C1: D1", "A: B1 | indirect: C1 D1",
              "B1: | A: B") == "C1 sure | D1 sure");
}

TEST_CASE("tools and what they lead to are not stale") {
  CHECK(stale("A: B1 T1 D1 | T1: D1", "A: B1 | indirect: T1 D1", "",
              {"T/cmd/gen"})
            .empty());
  CHECK(stale("A: B1 T1 D1 | T1: D1", "A: B1 | indirect: T1 D1", "B1: | A: B",
              {"T/cmd/gen"}) == "D1 possibly");
  CHECK(stale("A: B1 T1", "A: B1 | indirect: T1", "", {"Tx/cmd"}) ==
        "T1 possibly");
}

TEST_CASE("package data of another build does not count") {
  CHECK(
      stale("A: B1 D1 | B1: D1", "A: B1 | indirect: D1", "B2: | A: B").empty());
  CHECK(stale("A: B1 D1", "A: B1 | indirect: D1", "B2: | A: B") ==
        "D1 possibly");
}

}  // namespace
}  // namespace modgraph
