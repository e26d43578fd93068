#include "engine/analysis/go_mod_lines/indirect.h"

#include "engine/analysis/analysis.h"
#include "tests/support/graph_text.h"
#include "tests/support/packages.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

Project sample_project() {
  Project out;
  out.graph = test::module_graph(
      "A: B1 D2 E2 F1 | B1: D1 C1 | C1: G1 | F1: E1 | E1: H1");
  out.manifests.push_back(test::manifest("A: B1 E2 F1 | indirect: D2"));
  out.manifests[0].go = VersionDirective{"1.22", {}};
  return out;
}

// How many answers there are of each kind.
std::string counts(const Project& project) {
  const IndirectAnswers a = analyse(project).indirect;
  return "held " + std::to_string(a.pinned_by_indirect.size()) + " stale " +
         std::to_string(a.stale.size()) + " left " +
         std::to_string(a.unreachable_modules.size()) + " unpruned " +
         (a.go_lines_known ? std::to_string(a.unpruned.roots.size()) : "?") +
         (a.packages ? " packages" : "");
}

ModuleInfo fact(std::string path, std::string version, std::string go) {
  ModuleInfo out;
  out.path = std::move(path);
  out.version = std::move(version);
  out.go_mod = "go.mod";
  out.go_version = std::move(go);
  return out;
}

TEST_CASE("every question is asked") {
  CHECK(counts(sample_project()) == "held 1 stale 0 left 1 unpruned ?");
}

TEST_CASE("go lines come from the module list, or from resolving") {
  Project listed = sample_project();
  listed.module_info.push_back(fact("B", "v1.0.0", "1.13"));
  listed.module_info.push_back(fact("F", "v1.0.0", "1.21"));
  CHECK(counts(listed) == "held 1 stale 0 left 1 unpruned 1");
  listed.module_info[0].go_version.clear();  // a go.mod without a go line
  CHECK(counts(listed) == "held 1 stale 0 left 1 unpruned 1");
  listed.module_info[0].go_mod.clear();  // no go.mod was read
  CHECK(counts(listed) == "held 1 stale 0 left 1 unpruned 0");
}

TEST_CASE("package data is used when it is given") {
  Project with = sample_project();
  with.packages = test::packages("B1: | A: B");
  CHECK(counts(with) == "held 1 stale 1 left 1 unpruned ? packages");
}

TEST_CASE("a line is stale where all is known, and nothing of it is vendored") {
  Project project;
  project.graph = test::module_graph("A: B1 D1 E1");
  project.manifests.push_back(test::manifest("A: B1 | indirect: D1 E1"));
  CHECK(analyse(project).indirect.stale.size() == 2);
  VendorFolder vendor;
  vendor.modules.modules.resize(2);
  vendor.modules.modules[0].module = {"D", "v1.0.0"};
  vendor.modules.modules[0].packages = {"D"};
  vendor.modules.modules[1].module = {"E", "v1.0.0"};
  project.folder.emplace();
  project.folder->vendor = vendor;
  CHECK(analyse(project).indirect.stale.size() == 1);
  project.partial_because = {"go.mod files are missing"};
  CHECK(analyse(project).indirect.stale.empty());
}

TEST_CASE("where requirements are not known, only packages speak") {
  Project no_graph = sample_project();
  no_graph.has_graph_text = false;
  no_graph.packages = test::packages("B1: | A: B");
  CHECK(counts(no_graph) == "held 0 stale 0 left 0 unpruned ? packages");
  Project list_only = sample_project();
  list_only.requirements_known = false;
  CHECK(counts(list_only) == "held 0 stale 0 left 0 unpruned ?");
  Project vendored = sample_project();
  vendored.has_stand_ins = true;
  CHECK(counts(vendored) == "held 0 stale 0 left 0 unpruned ?");
}

}  // namespace
}  // namespace modgraph
