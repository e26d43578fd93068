#include "engine/findings/rules.h"

#include <algorithm>
#include <string>

#include "engine/findings/rule_settings.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("rules are sorted, complete and distinct") {
  REQUIRE_FALSE(rules().empty());
  CHECK(std::is_sorted(
      rules().begin(), rules().end(),
      [](const Rule& a, const Rule& b) { return a.code < b.code; }));
  for (const Rule& rule : rules()) {
    CAPTURE(rule.code);
    CHECK(rule.code.size() == 6);
    CHECK(rule.code.starts_with("MG"));
    CHECK_FALSE(rule.says.empty());
    CHECK(find_rule(rule.code) == &rule);
    CHECK(find_rule(rule.name) == &rule);
  }
  CHECK(find_rule("MG0000") == nullptr);
}

// The codes that a word can mean, "MG2001 MG2002".
std::string meant(std::string_view word) {
  std::string out;
  for (const Rule* rule : rules_meant(word))
    out.append(out.empty() ? "" : " ").append(rule->code);
  return out;
}

TEST_CASE("a rule is meant by its code, its number, or the start of its name") {
  CHECK(meant("MG1002") == "MG1002");
  CHECK(meant("mg1002") == "MG1002");
  CHECK(meant("1002") == "MG1002");
  CHECK(meant("Selected-Cycle") == "MG1002");
  CHECK(meant("pinned") == "MG3002");
  CHECK(meant("stale-g") == "MG8001 MG8005");
  CHECK(meant("stale-go") == "MG8005");
  CHECK(meant("MG10") == "");
  CHECK(meant("100") == "");
  CHECK(meant("cycle") == "");
  CHECK(meant("") == "");
}

TEST_CASE("deny before warn before allow") {
  const Rule& rule = *find_rule("MG2001");
  CHECK(level_under({}, rule, rule.level) == std::nullopt);
  CHECK(level_under({.allow = {"MG2001"}}, rule, rule.level) == std::nullopt);
  CHECK(level_under({.allow = {"MG2001"}, .warn = {"version-drift"}}, rule,
                    rule.level) == Level::kWarning);
  CHECK(level_under({.warn = {"MG2001"}, .deny = {"MG2001"}}, rule,
                    rule.level) == Level::kError);
}

TEST_CASE("a finding less sure than its rule keeps its level") {
  const Rule& rule = *find_rule("MG3003");
  REQUIRE(rule.level == Level::kWarning);
  CHECK(level_under({}, rule, Level::kNote) == Level::kNote);
  CHECK(level_under({.deny = {"MG3003"}}, rule, Level::kNote) == Level::kError);
}

}  // namespace
}  // namespace modgraph
