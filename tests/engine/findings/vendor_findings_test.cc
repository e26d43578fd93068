#include "engine/findings/run_rules.h"
#include "tests/support/replacing_project.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string found_in_vendor(std::string_view code, const Project& project) {
  std::string out;
  for (const Finding& f : run_rules(project, analyse(project), {})) {
    if (f.rule->code != code) continue;
    out += (out.empty() ? "" : " | ") + std::string(level_name(f.level));
    if (f.location)
      out += " " + f.location->file + ":" + std::to_string(f.location->line) +
             " '" + f.location->source_line + "'";
    out += ": " + f.message;
  }
  return out;
}

TEST_CASE("MG4001 takes two reasons") {
  const std::string_view graph = "A: B@v2.0.0+incompatible C1";
  Project project = test::project_with(
      graph,
      "module A; require B v2.0.0+incompatible; replace B => F "
      "v0.0.0-20140101000000-abcdefabcdef");
  project.metadata.no_proxy = "G";
  CHECK(found_in_vendor("MG4001", project).empty());
  project.metadata.no_proxy = "F";
  CHECK(found_in_vendor("MG4001", project) ==
        "note go.mod:2 'require B v2.0.0+incompatible': 'B' "
        "v2.0.0+incompatible is worth copying or vendoring, 6 points: "
        "outside-proxies (3), fork (2), pseudo-version (1)");
}

VendorFolder vendor_folder() {
  VendorFolder out;
  out.file = "sub/vendor/modules.txt";
  out.text = "# C v1.0.0\n## explicit\nC\n";
  out.inconsistencies = {
      {{"C", "v1.0.0"}, "is marked", {"sub/vendor/modules.txt", 1, 0}},
      {{"B", "v1.0.0"}, "is explicitly required", {"go.mod", 2, 9}}};
  out.automatic = true;
  return out;
}

TEST_CASE("MG4002 points at the directive or at modules.txt") {
  Project project = test::project_with("A: B1", "module A; require B v1.0.0");
  project.folder.emplace().vendor = vendor_folder();
  CHECK(found_in_vendor("MG4002", project) ==
        "error go.mod:2 'require B v1.0.0': B@v1.0.0: is explicitly required | "
        "error sub/vendor/modules.txt:1 '# C v1.0.0': C@v1.0.0: is marked");
}

TEST_CASE("MG4002 is about vendor folders that builds use") {
  Project project = test::project_with("A: B1", "module A; require B v1.0.0");
  project.folder.emplace().vendor = vendor_folder();
  project.folder->vendor->automatic = false;
  CHECK(found_in_vendor("MG4002", project).empty());
  project.folder->vendor->automatic = true;
  project.folder->vendor->inconsistencies.clear();
  CHECK(found_in_vendor("MG4002", project).empty());
}

TEST_CASE("MG6001 names what go.sum lacks") {
  Project project = test::project_with("A: B1", "module A; require B v1.0.0");
  project.folder.emplace().sum_file = "go.sum";
  project.folder->has_sum_file = true;
  project.folder->missing_sums = {{"B", "v1.0.0"}, {"C", "v1.2.0"}};
  CHECK(found_in_vendor("MG6001", project) ==
        "error go.mod:2 'require B v1.0.0': go.sum has no go.mod hashes for "
        "B@v1.0.0 and C@v1.2.0");
  project.folder->has_sum_file = false;
  CHECK(found_in_vendor("MG6001", project).empty());
}

TEST_CASE("MG6001 is silent where all is summed, and where nobody asked") {
  Project project = test::project_with("A: B1", "module A; require B v1.0.0");
  project.folder.emplace().missing_sums.emplace();
  project.folder->has_sum_file = true;
  CHECK(found_in_vendor("MG6001", project).empty());
  project.folder->missing_sums.reset();
  CHECK(found_in_vendor("MG6001", project).empty());
}

}  // namespace
}  // namespace modgraph
