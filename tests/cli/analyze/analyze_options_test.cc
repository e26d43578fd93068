// From which level on a run fails: who has the last word.

#include "cli/analyze/analyze_options.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

// The level with this flag and these settings; "never".
std::string gate(const std::string& flag, const std::string& settings,
                 bool of_repository = true) {
  AnalyzeOptions options;
  options.fail_on = flag;
  Settings read;
  read.config.fail_on.value = settings;
  read.of_repository = of_repository;
  const auto level = failing_level(options, read);
  return level ? std::string(level_name(*level)) : "never";
}

TEST_CASE("settings of a repository only tighten the gate") {
  CHECK(gate("", "") == "error");
  CHECK(gate("", "note") == "note");
  CHECK(gate("", "none") == "error");
  CHECK(gate("", "none", false) == "never");
}

TEST_CASE("the command line has the last word about the gate") {
  CHECK(gate("warning", "none") == "warning");
  CHECK(gate("error", "note") == "error");
  CHECK(gate("none", "note") == "never");
  AnalyzeOptions options;
  options.exit_zero = true;
  CHECK_FALSE(failing_level(options, {}));
}

TEST_CASE("settings give rules their levels, the command line counts before") {
  Settings settings;
  settings.config = *config_of("c",
                               "version: 1\n"
                               "rules: {MG2001: error, replace-unused: none}\n"
                               "policy: {limits: {modules: 5}}\n");
  const Rule& drift = *find_rule("MG2001");
  const Rule& unused = *find_rule("MG5001");
  AnalyzeOptions options;
  RuleSettings rules = rule_settings(options, settings);
  CHECK(level_under(rules, drift, Level::kOff) == Level::kError);
  CHECK_FALSE(level_under(rules, unused, Level::kWarning).has_value());
  CHECK(rules.policy.limits.modules->most == 5);
  options.allow = {"version-drift"};
  options.warn = {"MG5001"};
  rules = rule_settings(options, settings);
  CHECK_FALSE(level_under(rules, drift, Level::kOff).has_value());
  CHECK(level_under(rules, unused, Level::kNote) == Level::kWarning);
}

}  // namespace
}  // namespace modgraph
