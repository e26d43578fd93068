// Plans in the words of tests/support/world_words.h.

#include "engine/advice/fix_plan.h"

#include "tests/support/test.h"
#include "tests/support/world_simulator.h"

namespace modgraph {
namespace {

using test::WorldSimulator;

std::string steps_of(const FixPlan& plan) {
  std::string out;
  for (const SuggestedFix& step : plan.steps)
    out += (out.empty() ? "" : "; ") + test::edits_in_words(step.edits);
  return out;
}

// "-require=B@v1.2.0; -exclude=C@v1.1.0: -D@v1.1.0"
std::string plan(std::string_view words, Level min_level = Level::kNote) {
  WorldSimulator world(words);
  if (!world.error().empty()) return "error: " + world.error();
  const FixPlan found = plan_fixes(world.simulator(), world.evidence(),
                                   world.findings(), {min_level});
  std::string out = steps_of(found);
  if (!found.effect.none()) out += ": " + test::effect_in_words(found.effect);
  return out;
}

TEST_CASE("one edit of all lines goes before edits of each") {
  CHECK(plan("m/1.16: A1 B1 C1 | A1: B2 C2 | B1: | B2: | C1: | C2:",
             Level::kWarning) == "-require=B@v1.2.0 -require=C@v1.2.0");
}

TEST_CASE("a fix that an earlier one has made needless is left out") {
  // Three findings have the same fix.
  CHECK(plan("m/1.16: A1 B2 | A1: B1 | B1: C1 | C1: D1 | B2: | D1:") ==
        "-exclude=B@v1.1.0: -C@v1.1.0 -D@v1.1.0");
}

TEST_CASE("the files of a plan are those before it and after all steps") {
  WorldSimulator world("m/1.16: A1 B1 C1 | A1: B2 | B1: | B2: C2 | C1: | C2:");
  const FixPlan found =
      plan_fixes(world.simulator(), world.evidence(), world.findings(), {});
  CHECK(steps_of(found) == "-require=B@v1.2.0 -require=C@v1.2.0");
  REQUIRE(found.files.size() == 1);
  CHECK(found.files[0].before == world.project().manifests[0].text);
  CHECK(found.files[0].after.find("example.com/B v1.2.0") != std::string::npos);
  CHECK(found.files[0].after.find("example.com/C v1.2.0") != std::string::npos);
}

TEST_CASE("nothing to fix is an empty plan") {
  CHECK(plan("m/1.16: A1 | A1:") == "");
}

TEST_CASE("a plan counts the findings that it looked at") {
  WorldSimulator world("m/1.16: A1 B1 C1 | A1: B2 C2 | B1: | B2: | C1: | C2:");
  const FixPlan all = plan_fixes(world.simulator(), world.evidence(),
                                 world.findings(), {Level::kNote});
  CHECK(all.considered == world.findings().size());
  CHECK(all.below_level == 0);
  world.simulator().reset();
  const FixPlan few = plan_fixes(world.simulator(), world.evidence(),
                                 world.findings(), {Level::kWarning, 1});
  CHECK(few.considered + few.below_level == world.findings().size());
  CHECK(few.untried == 2);
}

TEST_CASE("where nothing can be resolved, the candidates are shown") {
  WorldSimulator world("m/1.16: A1 B1 | A1: B2 | B1: | B2:");
  const FixPlan found =
      unsimulated_plan(world.evidence(), world.findings(), {});
  CHECK_FALSE(found.simulated);
  CHECK(found.steps.empty());
  REQUIRE(found.findings.size() == 2);
  CHECK(world.findings()[found.findings[0].finding].rule->code == "MG2002");
  REQUIRE(found.findings[0].fixes.size() == 1);
  CHECK(found.findings[0].fixes[0].commands ==
        std::vector<std::string>{"go mod edit -require=example.com/B@v1.2.0"});
}

// The plan, or the error.
std::string mirrors(std::string_view words, const std::vector<Mirror>& wanted) {
  WorldSimulator world(words);
  REQUIRE(world.error() == "");
  const auto found = plan_mirrors(world.simulator(), wanted);
  if (!found) return "error: " + found.error().front().message;
  return steps_of(*found);
}

TEST_CASE("a mirror replaces every version of what lies below it") {
  const std::vector<Mirror> b_from_c = {{"example.com/B", "example.com/C"}};
  CHECK(mirrors("m/1.16: A1 B2 | A1: B1 | B1: | B2: | C1: | C2:", b_from_c) ==
        "-replace=B@v1.1.0=C@v1.1.0 -replace=B@v1.2.0=C@v1.2.0");
}

TEST_CASE("a mirror that cannot stand in is an error") {
  const std::vector<Mirror> b_from_c = {{"example.com/B", "example.com/C"}};
  // Not of whole path elements.
  CHECK(mirrors("m/1.16: A1 | A1:", {{"example.co", "b.com"}}) ==
        "error: the graph has no module below example.co");
  // The mirror lacks a version.
  CHECK(mirrors("m/1.16: B1 | B1:", b_from_c)
            .starts_with("error: cannot simulate the mirror: "));
  // The mirror is another module.
  CHECK(mirrors("m/1.16: B1 | B1: | C1: D1 | D1:", b_from_c) ==
        "error: the mirror leads to another build list: example.com/D differs");
}

}  // namespace
}  // namespace modgraph
