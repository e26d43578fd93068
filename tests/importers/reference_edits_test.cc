#include "tests/support/reference/edits.h"

#include "importers/go_mod/go_mod.h"
#include "tests/support/manifest_facts.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

using K = EditKind;

// What a go.mod says after edits. A ';' ends a line.
std::string edited_facts(std::string text,
                         const std::vector<ManifestEdit>& edits) {
  for (char& c : text)
    if (c == ';') c = '\n';
  return test::facts(apply_edits(parse_go_mod("go.mod", text).value(), edits));
}

TEST_CASE("a requirement takes the place of all of its path") {
  CHECK(edited_facts("require a.b/c v1.0.0 // indirect;require a.b/c v1.1.0",
                     {{K::kRequire, {"a.b/c", "v1.2.0"}}}) ==
        "require a.b/c v1.2.0 indirect");
  CHECK(edited_facts("require x v1.0.0", {{K::kDropRequire, {"x", ""}}}) == "");
}

TEST_CASE("a new requirement goes into the last block, which is sorted") {
  CHECK(edited_facts("require d v1.0.0;require (;b v1.0.0;c v1.0.0;)",
                     {{K::kRequire, {"a", "v1.0.0"}}}) ==
        "require d v1.0.0 | require a v1.0.0 | require b v1.0.0 | "
        "require c v1.0.0");
  CHECK(edited_facts("require d v1.0.0", {{K::kRequire, {"a", "v1.0.0"}}}) ==
        "require a v1.0.0 | require d v1.0.0");
  CHECK(edited_facts(
            "require d v1.0.0;require (;c v1.0.0;)",
            {{K::kDropRequire, {"c", ""}}, {K::kRequire, {"a", "v1.0.0"}}}) ==
        "require d v1.0.0 | require a v1.0.0");
  CHECK(edited_facts(
            "require d v1.0.0;require c v1.0.0",
            {{K::kDropRequire, {"c", ""}}, {K::kRequire, {"a", "v1.0.0"}}}) ==
        "require a v1.0.0 | require d v1.0.0");
}

TEST_CASE("exclusions stand once, in the order of their Go version") {
  const std::string two = "exclude (;a v1.2.0;a v1.10.0;a v1.2.0;)";
  CHECK(edited_facts(two, {}) == "exclude a v1.10.0 | exclude a v1.2.0");
  CHECK(edited_facts(two, {{K::kGo, {"", "1.21"}}}) ==
        "go 1.21 | exclude a v1.2.0 | exclude a v1.10.0");
  CHECK(edited_facts(two, {{K::kGo, {"", "1.21rc1"}}}) ==
        "go 1.21rc1 | exclude a v1.10.0 | exclude a v1.2.0");
  CHECK(edited_facts("exclude a v1.2.0;exclude b v1.0.0",
                     {{K::kExclude, {"a", "v1.1.0"}},
                      {K::kExclude, {"b", "v1.0.0"}},
                      {K::kDropExclude, {"a", "v1.2.0"}}}) ==
        "exclude a v1.1.0 | exclude b v1.0.0");
}

TEST_CASE("the last replacement counts") {
  CHECK(edited_facts("replace a => ./1;replace b => ./b;replace a => ./2",
                     {}) == "replace b => ./b | replace a => ./2");
  CHECK(edited_facts("replace a v1.0.0 => ./1;replace a v1.1.0 => ./2",
                     {{K::kReplace, {"a", ""}, {"./3", ""}}}) ==
        "replace a => ./3");
  CHECK(edited_facts("replace a => ./1;replace b => ./b",
                     {{K::kReplace, {"a", "v1.0.0"}, {"c", "v1.0.0"}}}) ==
        "replace a => ./1 | replace a v1.0.0 => c v1.0.0 | replace b => ./b");
  CHECK(edited_facts("replace a => ./1;replace a v1.0.0 => ./2",
                     {{K::kDropReplace, {"a", ""}}}) ==
        "replace a v1.0.0 => ./2");
}

// As go mod edit has it, whatever one may expect.
TEST_CASE("a replacement of one version stays droppable as such") {
  const ManifestEdit all{K::kReplace, {"a", ""}, {"./2", ""}};
  CHECK(edited_facts("replace a v1.0.0 => ./1",
                     {all, {K::kDropReplace, {"a", ""}}}) ==
        "replace a => ./2");
  CHECK(edited_facts("replace a v1.0.0 => ./1",
                     {all, {K::kDropReplace, {"a", "v1.0.0"}}}) == "");
}

TEST_CASE("go and toolchain lines are set and dropped") {
  CHECK(edited_facts("go 1.20;toolchain go1.21.0",
                     {{K::kGo, {"", "1.22"}}, {K::kToolchain, {"", "none"}}}) ==
        "go 1.22");
  CHECK(edited_facts("go 1.20",
                     {{K::kGo, {"", "1.22"}}, {K::kGo, {"", "none"}}}) == "");
}

TEST_CASE("kept lines keep their place in the file, new ones have none") {
  const auto before = parse_go_mod("go.mod", "require x v1.0.0\n").value();
  const std::vector<ManifestEdit> edits = {{K::kRequire, {"y", "v1.0.0"}}};
  const Manifest after = apply_edits(before, edits);
  REQUIRE(after.require.size() == 2);
  CHECK(after.require[0].where.line == 1);
  CHECK(after.require[1].where.line == 0);
  CHECK(after.text == before.text);
}

}  // namespace
}  // namespace modgraph
