#include "engine/findings/new_findings.h"

#include <string>
#include <vector>

#include "engine/findings/judge.h"
#include "tests/support/replacing_project.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// D is replaced by a folder, and nothing uses it (MG5001).
constexpr std::string_view kOneFinding =
    "module A; require B v1.0.0; replace D => ../d";
constexpr std::string_view kTwoFindings =
    "module A; require B v1.0.0; replace D => ../d; replace E => ../e";

Project with_files(std::string_view files) {
  return test::project_with("A: B1", files);
}

std::vector<Finding> new_judged(const Project& project, const Gate& gate = {}) {
  return judge(project, analyse(project), gate);
}

// "1 new 0 fixed 1 known 0 unknown: MG5001 E": what counts of it.
std::string verdict(const ComparedState& base, const ComparedState& head) {
  const std::vector<Finding> before = new_judged(base.project);
  std::vector<Finding> after = new_judged(head.project);
  const Verdict v = mark_known(base, before, head, after, Level::kWarning);
  std::string out = std::to_string(v.added) + " new " +
                    std::to_string(v.fixed) + " fixed " +
                    std::to_string(v.known) + " known " +
                    std::to_string(v.unknown) + " unknown";
  for (const Finding& f : after)
    if (!f.suppressed)
      out += ": " + std::string(f.rule->code) + " " + f.subjects.front().module;
  return out;
}

std::string verdict(std::string_view base, std::string_view head) {
  const Project before = with_files(base);
  const Project after = with_files(head);
  return verdict({before}, {after});
}

TEST_CASE("only what the base does not have is new") {
  CHECK(verdict(kOneFinding, kOneFinding) == "0 new 0 fixed 1 known 0 unknown");
  CHECK(verdict(kOneFinding, kTwoFindings) ==
        "1 new 0 fixed 1 known 0 unknown: MG5001 E");
  CHECK(verdict(kTwoFindings, kOneFinding) ==
        "0 new 1 fixed 1 known 0 unknown");
}

TEST_CASE("lines and versions do not make a finding new") {
  CHECK(verdict(kOneFinding,
                "module A; go 1.21; require B v1.0.0; replace D => ../other") ==
        "0 new 0 fixed 1 known 0 unknown");
}

TEST_CASE("of several findings of one identity as many are known") {
  CHECK(verdict(kOneFinding,
                "module A; require B v1.0.0; replace D => ../d; replace D "
                "v1.0.0 => ../d1") ==
        "1 new 0 fixed 1 known 0 unknown: MG5001 D");
}

TEST_CASE("what the base's build lacks is unknown, never new") {
  const Project before = with_files(kOneFinding);
  const Project after = with_files(kTwoFindings);
  CHECK(verdict({before, false}, {after}) == "0 new 0 fixed 1 known 1 unknown");
  // And what the head's lacks is not fixed.
  CHECK(verdict({after}, {before, false}) == "0 new 0 fixed 1 known 1 unknown");
}

TEST_CASE("a cycle that lost a member is known") {
  const Project three = test::project_with("A: B1 | B1: C1 | C1: D1 | D1: B1",
                                           "module A; require B v1.0.0");
  const Project two = test::project_with("A: B1 | B1: C1 | C1: B1",
                                         "module A; require B v1.0.0");
  const auto count_new = [](const Project& before, const Project& after) {
    const std::vector<Finding> old = new_judged(before);
    std::vector<Finding> findings = new_judged(after);
    return mark_known({before}, old, {after}, findings, Level::kNote).added;
  };
  CHECK(count_new(three, two) == 0);
  CHECK(count_new(two, three) == 1);
}

TEST_CASE("MG9005: a change whose own gate would pass what fails") {
  const Project head = with_files(kTwoFindings);
  const std::vector<Finding> findings = new_judged(head);
  const auto loosened = [&](const Gate& own, std::optional<Level> failing) {
    const std::vector<Finding> by_own = new_judged(head, own);
    const auto found = loosened_gate(findings, Level::kWarning,
                                     {by_own, failing}, {".modgraph.yaml"});
    std::string out;
    if (found)
      for (const Subject& s : found->subjects) out += s.module;
    return out;
  };
  CHECK(loosened({}, Level::kWarning).empty());
  CHECK(loosened({}, Level::kNote).empty());
  CHECK(loosened({}, Level::kError) == "DE");
  CHECK(loosened({}, std::nullopt) == "DE");
  Gate off;
  off.rules.levels.push_back({"MG5001", Level::kOff, {}, {}});
  CHECK(loosened(off, Level::kWarning) == "DE");
  Gate ignoring;
  ignoring.ignores.push_back({{"MG5001"}, {"E"}, "", "trust me", "", {}});
  CHECK(loosened(ignoring, Level::kWarning) == "E");
  Gate baseline;
  baseline.baseline.entries.push_back({{"MG5001", "A", "D"}, 1, "", {}});
  CHECK(loosened(baseline, Level::kWarning) == "D");
  // Where nothing fails there is nothing to let pass.
  CHECK_FALSE(loosened_gate(findings, std::nullopt, {{}, {}}, {}).has_value());
}

}  // namespace
}  // namespace modgraph
