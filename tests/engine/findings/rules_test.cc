#include "engine/findings/rules.h"

#include <algorithm>

#include "engine/findings/policy.h"
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

TEST_CASE("deny before warn before allow") {
  const Rule& rule = *find_rule("MG2001");
  CHECK(level_under({}, rule, rule.level) == Level::kNote);
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
