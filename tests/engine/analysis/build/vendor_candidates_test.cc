#include "engine/analysis/build/vendor_candidates.h"

#include "engine/analysis/analysis.h"
#include "tests/support/replacing_project.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "B@v1.0.0 3: outside-proxies; C@..." in the order of the answer.
std::string candidates(const Project& project) {
  std::string out;
  for (const VendorCandidate& c : analyse(project).vendor_candidates) {
    out += (out.empty() ? "" : "; ") + project.graph.name(c.node) + " " +
           std::to_string(c.score) + ":";
    for (const VendorPoint& p : c.reasons) out += " " + p.detail;
  }
  return out;
}

ModuleInfo listed_module(std::string path, std::string version,
                         std::string time) {
  ModuleInfo out;
  out.path = std::move(path);
  out.version = std::move(version);
  out.time = std::move(time);
  return out;
}

TEST_CASE("a tagged module of today has no reason") {
  CHECK(candidates(test::project_with("A: B1 C1", "module A")).empty());
}

TEST_CASE("what no proxy has, by the first elements of its path") {
  Project project = test::project_with("A: corp.example/x/B1 C1", "module A");
  project.metadata.no_proxy = "*.example/x";
  CHECK(candidates(project) == "corp.example/x/B@v1.0.0 3: *.example/x");
}

TEST_CASE("forks and folders") {
  CHECK(candidates(test::project_with(
            "A: B1 C1 D1",
            "module A; replace B => ../b; replace C => F v1.0.0; "
            "replace D => D v1.1.0")) ==
        "C@v1.0.0 2: F@v1.0.0; B@v1.0.0 1: ../b");
}

TEST_CASE("what is vendored already needs no other copy") {
  Project project =
      test::project_with("A: corp.example/x/B1 corp.example/C1", "module A");
  project.metadata.no_proxy = "corp.example";
  VendorFolder& vendor = project.folder.emplace().vendor.emplace();
  vendor.modules.modules.resize(2);
  vendor.modules.modules[0].module = {"corp.example/x/B", "v1.0.0"};
  vendor.modules.modules[0].packages = {"corp.example/x/B"};
  vendor.modules.modules[1].module = {"corp.example/C", "v1.0.0"};
  CHECK(candidates(project) == "corp.example/C@v1.0.0 3: corp.example");
}

TEST_CASE("age is measured against the newest of the build") {
  Project project = test::project_with("A: B1 C1 D1", "module A");
  project.module_info.push_back(
      listed_module("B", "v1.0.0", "2014-01-01T00:00:00Z"));
  project.module_info.push_back(
      listed_module("C", "v1.0.0", "2017-12-31T00:00:00Z"));
  project.module_info.push_back(
      listed_module("D", "v1.0.0", "2021-01-01T00:00:00Z"));
  CHECK(candidates(project) ==
        "B@v1.0.0 2: 2014-01-01; C@v1.0.0 1: 2017-12-31");
  project.module_info.pop_back();
  CHECK(candidates(project) == "B@v1.0.0 1: 2014-01-01");
}

TEST_CASE("a pseudo-version tells its own time") {
  const std::string old = "v0.0.0-20140101000000-abcdefabcdef";
  const std::string young = "v0.0.0-20240101000000-abcdefabcdef";
  CHECK(candidates(
            test::project_with("A: B@" + old + " C@" + young, "module A")) ==
        "B@" + old + " 3: " + old + " 2014-01-01; C@" + young + " 1: " + young);
}

TEST_CASE("no go.mod, retracted, deprecated") {
  Project project =
      test::project_with("A: B@v2.0.0+incompatible C1 D1", "module A");
  project.module_info.push_back(listed_module("C", "v1.0.0", ""));
  project.module_info.back().retracted = {"broken"};
  project.module_info.push_back(listed_module("D", "v1.0.0", ""));
  project.module_info.back().deprecated = "use E";
  CHECK(candidates(project) ==
        "C@v1.0.0 3: broken; D@v1.0.0 2: use E; B@v2.0.0+incompatible 1: "
        "v2.0.0+incompatible");
}

TEST_CASE("the more modules require it, the earlier it comes") {
  CHECK(candidates(test::project_with(
            "A: B1 C1 | B1: C1",
            "module A; replace B => ../b; replace C => "
            "../c")) == "C@v1.0.0 1: ../c; B@v1.0.0 1: ../b");
}

}  // namespace
}  // namespace modgraph
