// What speaks against edits, in the words of tests/support/world_words.h.

#include "engine/advice/edit_checks.h"

#include "importers/module_folder/vendor_modules.h"
#include "tests/support/test.h"
#include "tests/support/world_simulator.h"

namespace modgraph {
namespace {

using test::WorldSimulator;

MainEdit edit(EditKind kind, std::string_view path, std::string version = {}) {
  return {0, {kind, {"example.com/" + std::string(path), std::move(version)}}};
}

// What is against it, else the commands that follow.
std::string verdict(WorldSimulator& world, const std::vector<MainEdit>& edits,
                    const EditCheckOptions& options = {}) {
  const auto tried = world.simulator().try_edits(edits);
  REQUIRE(tried);
  const EditChecks checks =
      EditChecker(world.simulator()).check(edits, *tried, options);
  std::string out = checks.against;
  for (const std::string& s : checks.side_effects) out += "also: " + s + " ";
  for (const std::string& command : checks.then) out += "then: " + command;
  return out;
}

void vendor(WorldSimulator& world, std::string_view modules_txt) {
  VendorFolder folder;
  folder.file = "vendor/modules.txt";
  folder.modules = parse_vendor_modules(std::string(modules_txt));
  folder.automatic = true;
  world.project().folder.emplace();
  world.project().folder->vendor = std::move(folder);
}

TEST_CASE("what lowers a module is not suggested, unless that is allowed") {
  WorldSimulator world("m/1.20: A1 B2? | A1/1.20: B1 | B1: | B2:");
  const std::vector<MainEdit> edits = {edit(EditKind::kDropRequire, "B")};
  CHECK(verdict(world, edits) == "it lowers example.com/B v1.2.0 -> v1.1.0");
  CHECK(verdict(world, edits, {.allow_downgrade = true}) ==
        "also: lowers example.com/B v1.2.0 -> v1.1.0 ");
}

TEST_CASE("going back to what go.mod says lowers nothing") {
  // The go command refuses B1 below B2: excluding B2 is what go.mod says.
  WorldSimulator world("m/1.20: A1 B1 | A1/1.20: B2 | B1: | B2:");
  CHECK(verdict(world, {edit(EditKind::kExclude, "B", "v1.2.0")}).empty());
}

TEST_CASE("a vendored module is not moved, nor its line dropped") {
  WorldSimulator world("m/1.20: A1 B1? | A1/1.20: B1 | B1:");
  vendor(world,
         "# example.com/A v1.1.0\n## explicit; go 1.20\nexample.com/A\n"
         "# example.com/B v1.1.0\n## explicit\nexample.com/B\n");
  CHECK(verdict(world, {edit(EditKind::kDropRequire, "B")}) ==
        "vendor/ holds packages of example.com/B: go build refuses it (is "
        "marked as explicit in vendor/modules.txt, but not explicitly required "
        "in go.mod)");
  CHECK(verdict(world, {edit(EditKind::kDropRequire, "A")}) ==
        "vendor/ holds packages of example.com/A, which it moves");
}

TEST_CASE("a dead replacement that modules.txt names asks for go mod vendor") {
  WorldSimulator world("m/1.20: A1 X1=>A1 | A1/1.20:");
  vendor(world,
         "# example.com/A v1.1.0\n## explicit; go 1.20\nexample.com/A\n"
         "# example.com/X v1.1.0 => example.com/A v1.1.0\n");
  CHECK(verdict(world, {edit(EditKind::kDropReplace, "X", "v1.1.0")}) ==
        "also: vendor/modules.txt no longer fits go.mod until it is made "
        "again: go mod vendor then: go mod vendor");
}

TEST_CASE("a line with a reason is kept") {
  WorldSimulator world("m/1.20: A1 B1? | A1/1.20: | B1:");
  std::vector<Manifest> manifests = world.project().manifests;
  Manifest& manifest = manifests.front();
  const std::vector<MainEdit> edits = {edit(EditKind::kDropRequire, "B")};
  CHECK(kept_line(edits, manifests).empty());
  const std::size_t at = manifest.text.find("// indirect");
  manifest.text.insert(at + 11, "; CVE fix, keep");
  CHECK(kept_line(edits, manifests) ==
        "go.mod:" + std::to_string(manifest.require.back().where.line) +
            " is kept: CVE fix, keep");
}

TEST_CASE("an exclusion says whose minimum it goes below") {
  WorldSimulator world("m/1.20: A1 B1 | A1/1.20: B2 | B1: | B2:");
  const std::vector<MainEdit> edits = {edit(EditKind::kExclude, "B", "v1.2.0")};
  const auto tried = world.simulator().try_edits(edits);
  REQUIRE(tried);
  CHECK(below_minimum(edits, world.project(), tried->project) ==
        std::vector<std::string>{"builds example.com/A v1.1.0 below its "
                                 "minimum: it requires v1.2.0"});
}

TEST_CASE("sums that are newly missing are written by a command") {
  const std::vector<ModuleVersion> had{
      ModuleVersion{"example.com/A", "v1.0.0"}};
  std::vector<ModuleVersion> lacks = had;
  lacks.push_back({"example.com/B", "v1.0.0"});
  Project before, after;
  before.folder.emplace().missing_sums = had;
  before.folder->has_sum_file = true;
  after.folder.emplace().missing_sums = lacks;
  CHECK(sum_commands(before, after) ==
        std::vector<std::string>{"go mod download example.com/B@v1.0.0"});
  CHECK(sum_commands(before, before).empty());
}

TEST_CASE("long errors become a line and a count") {
  CHECK(first_line("a requires\n\tb: not there") == "a requires b: not there");
  CHECK(first_line("703 files are missing:\n\ta\n\tb\n\tc\n\td") ==
        "703 files are missing");
  CHECK(first_line("one\ntwo\n3\n4\n5") == "one (and 4 more lines)");
}

TEST_CASE("a member of a workspace has to resolve by itself") {
  // y has the A2 that C1 requires; alone, x would have to raise its line.
  WorldSimulator world(
      "work/1.21: x y | x/1.20: A1 | y/1.20: A2 C1 | A1/1.20: | A2/1.20: | "
      "C1/1.20: A2");
  REQUIRE(world.error().empty());
  const auto verdict_on = [&](std::size_t member) {
    MainEdit one = edit(EditKind::kRequire, "C", "v1.1.0");
    one.module = member;
    return verdict(world, {one});
  };
  CHECK(verdict_on(0).starts_with(
      "x/go.mod no longer resolves by itself (GOWORK=off): "));
  CHECK(verdict_on(1).empty());
}

}  // namespace
}  // namespace modgraph
