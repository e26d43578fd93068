#include "engine/report/answers/vendor.h"

#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/replacing_project.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

Document vendor_of(const Project& project, int min_points = 3) {
  Document out = vendor_document(project, analyse(project), min_points);
  CHECK(misfit(out) == "");
  return out;
}

// B: 6 points, C: 1 point.
Project candidates() {
  Project out = project_with(
      "A: B@v2.0.0+incompatible C@v0.0.0-20140101000000-abcdefabcdef | "
      "B@v2.0.0+incompatible: D1",
      "module A; require B v2.0.0+incompatible; replace B => F "
      "v0.0.0-20140101000000-abcdefabcdef");
  out.metadata.no_proxy = "F";
  return out;
}

VendorFolder vendor_folder() {
  VendorFolder out;
  out.file = "vendor/modules.txt";
  out.automatic = true;
  out.modules.modules.resize(3);
  out.modules.modules[0].module = {"B", "v1.0.0"};
  out.modules.modules[0].packages.resize(2);
  out.modules.modules[1].module = {"C", "v1.0.0"};
  out.modules.modules[1].packages.resize(1);
  out.modules.modules[2].module = {"D", "v1.0.0"};
  out.modules.modules[2].is_explicit = true;
  return out;
}

// Members of a workspace may require several versions of a module: packages
// come from one. They are not vendored themselves.
TEST_CASE("what is not vendored is counted by modules") {
  Project project = project_with("A: B2 D1 E | E: B1 D1.1", "module A");
  VendorFolder& vendor = project.folder.emplace().vendor.emplace();
  vendor = vendor_folder();
  std::vector<VendoredModule>& modules = vendor.modules.modules;
  modules[0].module.version = "v2.0.0";
  modules.resize(6);
  modules[3].module = {"B", "v1.0.0"};
  modules[4].module = {"D", "v1.1.0"};
  modules[5].module = {"E", "v0.0.0"};
  for (VendoredModule& m : modules) m.is_explicit = true;
  const std::string json = json_of(vendor_of(project));
  CHECK(json.find("\"without_packages\": [\"D@v1.0.0\"]") != std::string::npos);
  CHECK(json.find("\"modules\": 2") != std::string::npos);
}

TEST_CASE("no reason for a copy") {
  CHECK(text_of(vendor_of(project_with("A: B1", ""))) ==
        R"(no module is worth a copy of your own
not known without `go list -m -u -json all` (--list FILE): deprecated and retracted modules
not known from recorded inputs: whether vendor/modules.txt is consistent
)");
}

TEST_CASE("candidates with their reasons and their size") {
  Project project = candidates();
  project.metadata.modules = {{{"B", "v2.0.0+incompatible"}, "", 12345}};
  CHECK(text_of(vendor_of(project)) == R"(modules worth a copy of your own
  B v2.0.0+incompatible (direct): 6 points
    12.1 KiB; 1 module requires it; alone it brings 2 modules, itself included
    3 points: never fetched from a proxy: F in GONOPROXY or GOPRIVATE
    2 points: replaced by another module, F@v0.0.0-20140101000000-abcdefabcdef
    1 point: a commit without a tag

1 module with fewer than 3 points; --min-points 1 shows all
not known without `go list -m -u -json all` (--list FILE): deprecated and retracted modules
not known from recorded inputs: whether vendor/modules.txt is consistent
)");
  CHECK(json_of(vendor_of(project)) == R"({
"schema_version": 2,
"document": "vendor",
"vendor": null,
"threshold": 4,
"candidates": [
  {"module": "B", "version": "v2.0.0+incompatible", "direct": true, "score": 6, "dependents": 1, "exclusive": 2, "bytes": 12345, "reasons": [{"reason": "outside-proxies", "points": 3, "detail": "F", "message": "never fetched from a proxy: F in GONOPROXY or GOPRIVATE"}, {"reason": "fork", "points": 2, "detail": "F@v0.0.0-20140101000000-abcdefabcdef", "message": "replaced by another module, F@v0.0.0-20140101000000-abcdefabcdef"}, {"reason": "pseudo-version", "points": 1, "detail": "v0.0.0-20140101000000-abcdefabcdef", "message": "a commit without a tag"}]},
  {"module": "C", "version": "v0.0.0-20140101000000-abcdefabcdef", "direct": false, "score": 1, "dependents": 1, "exclusive": 1, "bytes": null, "reasons": [{"reason": "pseudo-version", "points": 1, "detail": "v0.0.0-20140101000000-abcdefabcdef", "message": "a commit without a tag"}]}
],
"min_points": 3,
"below_min_points": 1,
"deprecations_known": false
}
)");
  CHECK(csv_of(vendor_of(project)) ==
        "module,version,direct,score,dependents,exclusive,bytes,reasons\r\n"
        "B,v2.0.0+incompatible,true,6,1,2,12345,3\r\n"
        "C,v0.0.0-20140101000000-abcdefabcdef,false,1,1,1,,1\r\n");
}

TEST_CASE("fewer points are counted, and shown when asked for") {
  CHECK(text_of(vendor_of(candidates(), 20)) ==
        R"(2 modules with fewer than 20 points; --min-points 1 shows all
not known without `go list -m -u -json all` (--list FILE): deprecated and retracted modules
not known without the modules in the module cache (`go mod download`): sizes
not known from recorded inputs: whether vendor/modules.txt is consistent
)");
  CHECK(text_of(vendor_of(candidates(), 1)) ==
        R"(modules worth a copy of your own
  B v2.0.0+incompatible (direct): 6 points
    1 module requires it; alone it brings 2 modules, itself included
    3 points: never fetched from a proxy: F in GONOPROXY or GOPRIVATE
    2 points: replaced by another module, F@v0.0.0-20140101000000-abcdefabcdef
    1 point: a commit without a tag
  C v0.0.0-20140101000000-abcdefabcdef (indirect): 1 point
    1 module requires it
    1 point: a commit without a tag

not known without `go list -m -u -json all` (--list FILE): deprecated and retracted modules
not known without the modules in the module cache (`go mod download`): sizes
not known from recorded inputs: whether vendor/modules.txt is consistent
)");
}

TEST_CASE("a vendor folder that fits") {
  Project project = project_with("A: B1 C1 D1", "module A; require B v1.0.0");
  project.folder.emplace().vendor = vendor_folder();
  CHECK(text_of(vendor_of(project)) ==
        R"(vendor/modules.txt is consistent with go.mod: 3 packages of 2 modules

required in go.mod, but no package of them is vendored: 1
  D@v1.0.0

no module is worth a copy of your own
not known without `go list -m -u -json all` (--list FILE): deprecated and retracted modules
)");
}

TEST_CASE("a vendor folder that builds refuse, and would not use") {
  Project project = project_with("A: B1.5", "module A; require B v1.5.0");
  VendorFolder folder = vendor_folder();
  folder.automatic = false;
  folder.inconsistencies = {
      {{"C", "v1.0.0"}, "is marked", {"vendor/modules.txt", 1, 0}},
      {{"B", ""}, "is replaced", {"go.mod", 2, 9}}};
  project.folder.emplace().vendor = std::move(folder);
  CHECK(text_of(vendor_of(project)) ==
        R"(builds use vendor/modules.txt only with -mod=vendor

the vendor folder is inconsistent with go.mod
  vendor/modules.txt:1: C v1.0.0: is marked
  go.mod:2: B: is replaced

vendored, but not at the selected version (the go command does not check): 2
  B v1.0.0, v1.5.0 is selected
  C v1.0.0, not in the build list

required in go.mod, but no package of them is vendored: 1
  D@v1.0.0

no module is worth a copy of your own
not known without `go list -m -u -json all` (--list FILE): deprecated and retracted modules
)");
  CHECK(json_of(vendor_of(project)) == R"({
"schema_version": 2,
"document": "vendor",
"vendor": {"file": "vendor/modules.txt", "consistent": false, "automatic": false, "modules": 2, "packages": 3, "inconsistencies": [{"module": "C", "version": "v1.0.0", "message": "is marked", "location": {"file": "vendor/modules.txt", "line": 1, "column": 1}}, {"module": "B", "version": "", "message": "is replaced", "location": {"file": "go.mod", "line": 2, "column": 9}}], "not_selected": [{"module": "B", "version": "v1.0.0", "selected": "v1.5.0"}, {"module": "C", "version": "v1.0.0", "selected": null}], "without_packages": ["D@v1.0.0"]},
"threshold": 4,
"candidates": [],
"min_points": 3,
"below_min_points": 0,
"deprecations_known": false
}
)");
}

}  // namespace
}  // namespace modgraph::test
