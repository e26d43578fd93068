// Fixes in the words of tests/support/world_words.h: what is suggested, and
// that it was simulated.

#include "engine/advice/fix_search.h"

#include "tests/support/test.h"
#include "tests/support/world_simulator.h"

namespace modgraph {
namespace {

// "MG2002 -require=A@v1.1.0: +B@v1.1.0 3>1; ..."
std::string fixes(std::string_view words, const FixOptions& options) {
  test::WorldSimulator world(words);
  if (!world.error().empty()) return "error: " + world.error();
  const FixSearch found = search_fixes(world.evidence(), world.findings(),
                                       world.simulator(), options);
  std::string out;
  for (const FindingFixes& f : found.findings)
    for (const SuggestedFix& s : f.fixes) {
      out += (out.empty() ? "" : "; ") +
             std::string(world.findings()[f.finding].rule->code) + " " +
             test::edits_in_words(s.edits);
      if (!s.effect.none()) out += ": " + test::effect_in_words(s.effect);
      if (s.measure)
        out += " " + std::to_string(s.measure->before) + ">" +
               std::to_string(s.measure->after);
    }
  return out;
}

std::string fixes(std::string_view words, Level min_level = Level::kNote) {
  return fixes(words, FixOptions{min_level});
}

// Why candidates are no fixes: "MG2001 title: reason; ..."
std::string rejected(std::string_view words) {
  test::WorldSimulator world(words);
  if (!world.error().empty()) return "error: " + world.error();
  const FixSearch found =
      search_fixes(world.evidence(), world.findings(), world.simulator(),
                   FixOptions{Level::kNote});
  std::string out;
  for (const FindingFixes& f : found.findings)
    for (const std::string& reason :
         f.not_tried.empty() ? f.rejected : f.not_tried)
      out += (out.empty() ? "" : "; ") +
             std::string(world.findings()[f.finding].rule->code) + " " + reason;
  return out;
}

TEST_CASE("a line below the selected version states that version") {
  CHECK(fixes("m/1.16: A1 B1 | A1: B2 | B1: | B2:", Level::kWarning) ==
        "MG2002 -require=B@v1.2.0; MG2010 -require=B@v1.2.0");
  CHECK(fixes("m/1.16: A1 B2 | A1: B2 | B2:", Level::kWarning).empty());
}

TEST_CASE("an old version is excluded when more leaves with it") {
  // B1 alone needs C1 and D1.
  CHECK(fixes("m/1.16: A1 B2 | A1: B1 | B1: C1 | C1: D1 | B2: | D1:") ==
        "MG3006 -exclude=B@v1.1.0: -C@v1.1.0 -D@v1.1.0 2>0; "
        "MG3006 -exclude=B@v1.1.0: -C@v1.1.0 -D@v1.1.0 2>0");
  // Nothing leaves but the version itself.
  CHECK(fixes("m/1.16: A1 B2 | A1: B1 | B1: | B2:").empty());
}

TEST_CASE("a candidate that needs what is not at hand is not tried") {
  // Without the folder in its place, A1 is not in the module cache.
  const std::string words = "m/1.20: A1 A=>./d | d/1.20:";
  CHECK(fixes(words).empty());
  CHECK(rejected(words).starts_with(
      "MG5003 drop the replacement of example.com/A: "));
  CHECK(rejected(words).find("example.com/A@v1.1.0 required by m") !=
        std::string::npos);
}

TEST_CASE("a candidate that takes away nothing but itself is rejected") {
  const std::string words =
      "m/1.16: A1 B2 | A1: B1 | B1: C1 | C1: D1 | B2: C1 | D1:";
  CHECK(fixes(words).empty());
}

TEST_CASE("what is lowered is not suggested, not even as an alternative") {
  // Without the line of B, B1 would be built.
  const std::string words = "m/1.20: A1 B2? X1 | A1/1.20: B1 | B1: | B2: | X1:";
  CHECK(fixes(words, FixOptions{Level::kNote}).find("droprequire=B") ==
        std::string::npos);
}

TEST_CASE("trials are limited, and what is left is counted") {
  const std::string words =
      "m/1.16: A1 B1 C1 | A1: B2 C2 | B1: | B2: | C1: | C2:";
  CHECK(fixes(words, Level::kWarning) ==
        "MG2002 -require=B@v1.2.0; MG2002 -require=C@v1.2.0; "
        "MG2010 -require=B@v1.2.0 -require=C@v1.2.0");
  CHECK(fixes(words, {Level::kWarning, 1}) == "MG2002 -require=B@v1.2.0");
  test::WorldSimulator world(words);
  const FixSearch found = search_fixes(world.evidence(), world.findings(),
                                       world.simulator(), {Level::kWarning, 1});
  CHECK(found.trials == 1);
  CHECK(found.untried == 2);
}

TEST_CASE("the search ends when its work is done, and says what is left") {
  test::WorldSimulator world("m/1.16: A1 B1 | A1: B2 | B1: | B2:");
  FixOptions options;
  options.max_work = 2 * trial_work(world.project()) - 1;
  const FixSearch found = search_fixes(world.evidence(), world.findings(),
                                       world.simulator(), options);
  CHECK(found.trials == 1);
  CHECK(found.work == trial_work(world.project()));
  CHECK(found.untried > 0);
}

TEST_CASE("a fix says what it does: commands and lines") {
  test::WorldSimulator world("m/1.16: A1 B1 | A1: B2 | B1: | B2:");
  const FixSearch found =
      search_fixes(world.evidence(), world.findings(), world.simulator(), {});
  REQUIRE(found.findings.size() == 2);
  REQUIRE(found.findings[0].fixes.size() == 1);
  const SuggestedFix& fix = found.findings[0].fixes[0];
  CHECK(fix.commands ==
        std::vector<std::string>{"go mod edit -require=example.com/B@v1.2.0"});
  REQUIRE_FALSE(fix.lines.empty());
  CHECK(fix.lines.back().line == 4);
  CHECK(fix.lines.back().old_lines == "require example.com/B v1.1.0\n");
  CHECK(fix.lines.back().new_lines.ends_with("require example.com/B v1.2.0\n"));
}

TEST_CASE("what has to go is more than the edits take away themselves") {
  CHECK(improves({"", 10, 8}, 1));
  CHECK_FALSE(improves({"", 10, 9}, 1));
  CHECK_FALSE(improves({"", 10, 10}, 0));
  CHECK_FALSE(improves({"", 10, 11}, 0));
}

}  // namespace
}  // namespace modgraph
