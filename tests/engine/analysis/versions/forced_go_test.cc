#include "engine/analysis/versions/forced_go.h"

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

Project project_with_go(std::string_view graph, std::string_view own = "") {
  Project out;
  out.graph = test::module_graph(graph);
  if (own.empty()) return out;
  out.manifests.push_back(test::manifest("A:"));
  out.manifests.back().go = VersionDirective{std::string(own), {}};
  return out;
}

void add_listed(Project& project, std::string_view word, std::string_view go) {
  const ModuleVersion module = test::module_version(word);
  ModuleInfo& row = project.module_info.emplace_back();
  row.path = module.path;
  row.version = module.version;
  row.main = module.version.empty();
  row.go_version = go;
}

// "1.21 <= 1.22 by B1 C1, raised".
std::string forced(const Project& project) {
  const auto found = forced_go(project);
  if (!found) return "";
  std::string out =
      (found->own.empty() ? "?" : found->own) + " <= " + found->forced + " by";
  for (NodeId n : found->by) out += " " + test::short_name(project.graph, n);
  return out + (found->raised ? ", raised" : "");
}

TEST_CASE("a dependency needs a newer go than the go.mod says") {
  CHECK(forced(project_with_go("A: B1 go1.22 | B1: go1.22", "1.21")) ==
        "1.21 <= 1.22 by B1, raised");
}

TEST_CASE("a dependency needs as much as the go.mod says") {
  CHECK(forced(project_with_go("A: B1 C1 go1.22 | B1: go1.22 | C1: go1.21",
                               "1.22")) == "1.22 <= 1.22 by B1");
}

TEST_CASE("without a go.mod the graph tells the own line") {
  CHECK(forced(project_with_go("A: B1 go1.22 | B1: go1.22")) ==
        "1.22 <= 1.22 by B1");
  CHECK(forced(project_with_go("A: B1 go1.23 | B1: go1.22")).empty());
}

TEST_CASE("dependencies that are content with less force nothing") {
  CHECK(forced(project_with_go("A: B1 go1.22 | B1: go1.21", "1.22")).empty());
  CHECK(forced(project_with_go("A: B1 go1.22", "1.22")).empty());
  CHECK(forced(project_with_go("A: B1")).empty());
}

TEST_CASE("an unselected version forces it as well") {
  CHECK(forced(project_with_go("A: B1 B2 go1.22 | B1: go1.22", "1.22")) ==
        "1.22 <= 1.22 by B1");
}

TEST_CASE("release candidates and patches order as Go orders them") {
  CHECK(forced(project_with_go("A: B1 C1 | B1: go1.22rc1 | C1: go1.22.0",
                               "1.21")) == "1.21 <= 1.22.0 by C1, raised");
  CHECK(forced(project_with_go("A: B1 C1 | B1: go1.9 | C1: go1.22", "1.22")) ==
        "1.22 <= 1.22 by C1");
}

TEST_CASE("a workspace has the go line of its go.work") {
  Project work =
      project_with_go("A: B1 go1.21 | M: go1.23 | B1: go1.22", "1.21");
  work.work.emplace();
  work.work->go = VersionDirective{"1.23", {}};
  CHECK(forced(work).empty());
  work.work->go->version = "1.22";
  CHECK(forced(work) == "1.22 <= 1.22 by B1");
}

TEST_CASE("without go vertices the list tells what modules need") {
  Project old = project_with_go("A: B1 C1 | B1: D1", "1.21");
  add_listed(old, "A", "1.21");
  add_listed(old, "B1", "1.22");
  add_listed(old, "C1", "1.22");
  // Perhaps never loaded: no main module requires it.
  add_listed(old, "D1", "1.23");
  CHECK(forced(old) == "1.21 <= 1.22 by B1 C1, raised");
}

TEST_CASE("go lines before 1.21 force nothing") {
  Project old = project_with_go("A: B1", "1.17");
  add_listed(old, "B1", "1.20");
  CHECK(forced(old).empty());
}

}  // namespace
}  // namespace modgraph
