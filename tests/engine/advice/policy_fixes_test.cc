// What is suggested against what a policy refuses, in the words of
// tests/support/world_words.h. Nothing is suggested that was not resolved.

#include <string>

#include "engine/advice/fix_plan.h"
#include "engine/advice/fix_search.h"
#include "tests/support/test.h"
#include "tests/support/world_simulator.h"

namespace modgraph {
namespace {

using Side = VersionBound::Side;

RuleSettings banned(std::vector<VersionBound> versions, std::string use = "") {
  Ban ban;
  ban.module = "example.com/B";
  ban.versions = std::move(versions);
  ban.reason = "loses data";
  ban.use = std::move(use);
  RuleSettings out;
  out.policy.banned.push_back(std::move(ban));
  return out;
}

RuleSettings replaced_by(std::vector<std::string> allow) {
  RuleSettings out;
  out.policy.replace.emplace().allow = std::move(allow);
  return out;
}

// "-require=B@v1.2.0: B v1.1.0>v1.2.0; ...": fixes of what a policy refuses.
// `listed` are versions of B that a module list names.
std::string policy_fixes(std::string_view words, RuleSettings settings,
                         std::vector<std::string> listed = {}) {
  test::WorldSimulator world(words, std::move(settings));
  if (!world.error().empty()) return "error: " + world.error();
  ModuleInfo row;
  row.path = "example.com/B";
  row.versions = std::move(listed);
  if (!row.versions.empty()) world.project().module_info.push_back(row);
  const FixSearch found =
      search_fixes(world.evidence(), world.findings(), world.simulator(), {});
  std::string out;
  for (const FindingFixes& f : found.findings) {
    if (!world.findings()[f.finding].rule->code.starts_with("MG0")) continue;
    for (const SuggestedFix& s : f.fixes)
      out += (out.empty() ? "" : "; ") + test::edits_in_words(s.edits) +
             (s.effect.none() ? "" : ": " + test::effect_in_words(s.effect));
    for (const std::string& reason : f.rejected)
      out += (out.empty() ? "" : "; ") + ("no: " + reason);
    for (const std::string& reason : f.not_tried)
      out += (out.empty() ? "" : "; ") + ("not tried: " + reason);
  }
  return out;
}

constexpr std::string_view kDirect = "m/1.16: B1 | B1: | B2: | B3:";
constexpr std::string_view kDeep = "m/1.16: A1 | A1: B1 | B1: | B2: | B3:";

TEST_CASE("a ban's version of the same module is required in its place") {
  CHECK(policy_fixes(kDirect, banned({}, "example.com/B@v1.2.0"))
            .starts_with("no: "));  // every version is banned
  CHECK(policy_fixes(kDirect, banned({{Side::kBelow, "v1.2.0"}},
                                     "example.com/B@v1.2.0")) ==
        "-require=B@v1.2.0: B v1.1.0>v1.2.0");
  CHECK(policy_fixes(kDeep, banned({{Side::kBelow, "v1.2.0"}},
                                   "example.com/B@v1.2.0")) ==
        "-require=B@v1.2.0: B v1.1.0>v1.2.0");
}

TEST_CASE("what a ban names that does not help is not suggested") {
  // Another module is a change of code.
  CHECK(policy_fixes(kDirect, banned({}, "example.com/C")).empty());
  CHECK(policy_fixes(kDirect, banned({}, "example.com/C@v1.1.0")).empty());
  // A lower version would be built.
  const std::string lower =
      policy_fixes("m/1.16: B2 | B1: | B2:",
                   banned({{Side::kEqual, "v1.2.0"}}, "example.com/B@v1.1.0"));
  CHECK(lower.starts_with("no: require example.com/B v1.1.0"));
  // Another requirement keeps the banned one.
  const std::string kept =
      policy_fixes("m/1.16: A1 B2 | A1: B2 | B1: | B2:",
                   banned({{Side::kEqual, "v1.2.0"}}, "example.com/B@v1.1.0"));
  CHECK(kept.starts_with("no: require example.com/B v1.1.0"));
  // Its go.mod is not at hand.
  const std::string absent = policy_fixes(
      kDirect, banned({{Side::kBelow, "v1.9.0"}}, "example.com/B@v1.9.0"));
  CHECK(absent.starts_with("not tried: require example.com/B v1.9.0"));
}

TEST_CASE("the lowest known version past the banned ones is required") {
  const std::vector<VersionBound> below{{Side::kBelow, "v1.2.0"}};
  CHECK(policy_fixes(kDirect, banned(below),
                     {"v1.1.0", "v1.3.0", "v1.2.0", "v1.2.0-rc.1"}) ==
        "-require=B@v1.2.0: B v1.1.0>v1.2.0");
  CHECK(policy_fixes(kDirect, banned(below), {"v1.1.0", "v1.3.0"}) ==
        "-require=B@v1.3.0: B v1.1.0>v1.3.0");
  CHECK(
      policy_fixes(kDirect, banned(below), {"v1.1.0", "v1.3.0-rc.1"}).empty());
  CHECK(policy_fixes(kDirect, banned(below)).empty());
  // Never a lower one.
  CHECK(policy_fixes(
            kDirect,
            banned({{Side::kAtLeast, "v1.1.0"}, {Side::kBelow, "v1.2.0"}}),
            {"v1.0.0", "v1.2.0"}) == "-require=B@v1.2.0: B v1.1.0>v1.2.0");
  CHECK(policy_fixes(kDirect, banned({}), {"v1.1.0", "v1.3.0"}).empty());
}

TEST_CASE("versions whose go.mod is at hand are known") {
  test::WorldSimulator world(kDeep, banned({{Side::kBelow, "v1.2.0"}}));
  BuildSource source = world.source();
  source.versions = [](const std::string& path) {
    return path == "example.com/B"
               ? std::vector<std::string>{"v1.3.0", "v1.2.0", "v1.1.0"}
               : std::vector<std::string>{};
  };
  const EditSimulator simulator =
      EditSimulator::make(source, test::edited).value();
  const FixSearch found =
      search_fixes(world.evidence(), world.findings(), simulator, {});
  REQUIRE(found.findings.size() == 1);
  REQUIRE(found.findings[0].fixes.size() == 1);
  CHECK(test::edits_in_words(found.findings[0].fixes[0].edits) ==
        "-require=B@v1.2.0");
}

TEST_CASE("a plan goes on with what its steps have brought") {
  // Without the replacement a banned version is built, which is less severe.
  RuleSettings settings = banned({{Side::kBelow, "v1.2.0"}});
  settings.policy.banned.front().use = "example.com/B@v1.2.0";
  settings.policy.banned.front().level = Level::kWarning;
  settings.policy.replace.emplace().allow.emplace();
  test::WorldSimulator world("m/1.16: B1 B=>F1 | B1: | B2: | F1:", settings);
  const FixPlan plan =
      plan_fixes(world.simulator(), world.evidence(), world.findings(), {});
  std::string edits;
  for (const SuggestedFix& step : plan.steps)
    edits += test::edits_in_words(step.edits) + "; ";
  CHECK(edits == "-dropreplace=B; -require=B@v1.2.0; ");
}

TEST_CASE("a replacement that leads where it may not is dropped") {
  CHECK(policy_fixes("m/1.16: B1 B=>F1 | B1: | F1:",
                     replaced_by({"example.com/G"}))
            .starts_with("-dropreplace=B"));
  // Without it the build is not known.
  CHECK(policy_fixes("m/1.16: B9 B=>F1 | F1:", replaced_by({"example.com/G"}))
            .starts_with("not tried: drop the replacement of example.com/B"));
  CHECK(policy_fixes("m/1.16: B1 B=>F1 | B1: | F1:",
                     replaced_by({"example.com/F"}))
            .empty());
}

}  // namespace
}  // namespace modgraph
