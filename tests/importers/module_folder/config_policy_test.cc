#include "importers/module_folder/config_policy.h"

#include "importers/module_folder/config.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

Config settings_of(std::string_view text) {
  return parse_config("c", "version: 1\n" + std::string(text)).value();
}

// The errors below the line of the version, or "no error".
std::string settings_errors(std::string_view text) {
  const auto config = parse_config("c", "version: 1\n" + std::string(text));
  if (config) return "no error";
  std::string out;
  for (const Error& e : config.error()) {
    out += (out.empty() ? "" : "; ") + std::to_string(e.where.line) + ":" +
           std::to_string(e.where.column) + " " + e.message;
    if (!e.hint.empty()) out += " (" + e.hint + ")";
  }
  return out;
}

TEST_CASE("levels of rules, by code or name") {
  const Config c = settings_of(
      "rules:\n"
      "  MG1002: none\n"
      "  version-drift: {level: warning, ignore: [\"golang.org/x/**\"]}\n");
  REQUIRE(c.rules.size() == 2);
  CHECK(c.rules[0].rule == "MG1002");
  CHECK(c.rules[0].level == Level::kOff);
  CHECK(c.rules[0].where.line == 3);
  CHECK(c.rules[1].level == Level::kWarning);
  CHECK(c.rules[1].ignore == std::vector<std::string>{"golang.org/x/**"});
}

TEST_CASE("silences, each with its reason") {
  const Config c = settings_of(
      "ignore:\n"
      "  - rule: [MG2002, MG2003]\n"
      "    module: golang.org/x/net\n"
      "    in: services/**\n"
      "    reason: waiting for v2\n"
      "    until: 2027-03-01\n"
      "  - {rule: MG5001, reason: a fork}\n");
  REQUIRE(c.ignore.size() == 2);
  CHECK(c.ignore[0].rules.size() == 2);
  CHECK(c.ignore[0].modules == std::vector<std::string>{"golang.org/x/net"});
  CHECK(c.ignore[0].in == "services/**");
  CHECK(c.ignore[0].reason == "waiting for v2");
  CHECK(c.ignore[0].until == "2027-03-01");
  CHECK(c.ignore[0].where.line == 3);
  CHECK(c.ignore[1].until.empty());
}

TEST_CASE("a policy") {
  const Policy p = settings_of(
                       "policy:\n"
                       "  banned:\n"
                       "    - module: github.com/pkg/errors\n"
                       "      versions: \">= v0.8.0, < v0.9.1\"\n"
                       "      reason: archived\n"
                       "      use: errors\n"
                       "      allow-from: [\"k8s.io/**\"]\n"
                       "      direct: true\n"
                       "      level: warning\n"
                       "  limits: {modules: 500, go: \"1.25\"}\n"
                       "  forbidden-edges:\n"
                       "    - {from: a/**, to: b/**, reason: layers}\n"
                       "  replace: {allow: [./**], versions-only: false}\n")
                       .policy;
  REQUIRE(p.banned.size() == 1);
  REQUIRE(p.banned[0].versions.size() == 2);
  CHECK(p.banned[0].versions[0].side == VersionBound::Side::kAtLeast);
  CHECK(p.banned[0].versions[1].version == "v0.9.1");
  CHECK(p.banned[0].direct);
  CHECK(p.banned[0].level == Level::kWarning);
  REQUIRE(p.limits.modules.has_value());
  CHECK(p.limits.modules->most == 500);
  CHECK(p.limits.go == "1.25");
  CHECK_FALSE(p.limits.direct.has_value());
  REQUIRE(p.forbidden_edges.size() == 1);
  CHECK(p.forbidden_edges[0].to == "b/**");
  REQUIRE(p.replace.has_value());
  CHECK(p.replace->allow == std::vector<std::string>{"./**"});
}

TEST_CASE("a baseline is a file, or a file and a ratchet") {
  CHECK(settings_of("baseline: b.json\n").baseline.value == "b.json");
  const Config c = settings_of("baseline: {file: b.json, ratchet: true}\n");
  CHECK(c.baseline.value == "b.json");
  CHECK(c.ratchet);
}

TEST_CASE("settings say their version once they say more than inputs") {
  const auto first_error = [](std::string_view text) {
    const auto c = parse_config("c", text);
    return c ? "no error" : c.error().front().message;
  };
  CHECK(first_error("fail-on: error\n") == "no error");
  CHECK(first_error("rules: {MG1002: none}\n") ==
        "the settings do not say their version");
  CHECK(first_error("version: 2\n") ==
        "version 2 of the settings is not known");
}

TEST_CASE("what YAML has besides values is refused") {
  CHECK(settings_errors("rules: &a {MG1002: none}\n")
            .starts_with("2:8 '&' names a value to be repeated"));
  CHECK(settings_errors("rules: {a: &x none, b: *x}\n")
            .starts_with("2:12 '&' names a value"));
  CHECK(settings_errors("rules: !!map {MG1002: none}\n")
            .starts_with("2:8 '!' gives a value a type"));
  CHECK(settings_errors("fail-on: error\n---\nfail-on: none\n")
            .starts_with("3:1 a second document begins here"));
  CHECK(settings_errors("rules: {<<: {MG1002: none}}\n") != "no error");
}

TEST_CASE("what silences and policies need") {
  CHECK(settings_errors("ignore: [{rule: MG2002}]\n") ==
        "2:10 'reason' is missing here (say why: reason: waiting for v2 of the "
        "module)");
  CHECK(settings_errors("ignore: [{reason: known}]\n") ==
        "2:10 'rule' is missing here (name a rule by its code or name: rule: "
        "MG2002)");
  CHECK(settings_errors("ignore: [{rule: MG2002, reason: no}]\n") ==
        "2:33 'no' is no reason (say why, for whoever reads it next year)");
  CHECK(settings_errors(
            "ignore: [{rule: MG2002, reason: why, until: 2026-02-30}]\n") ==
        "2:45 '2026-02-30' is no day (write one as 2027-03-01)");
  CHECK(settings_errors("policy: {banned: [{module: a, reason: why, versions: "
                        "new}]}\n") ==
        "2:54 'new' is no version, and no bound of versions (write \">= "
        "v1.2.0, < v1.3.0\", or v1.2.3 for one version)");
  CHECK(settings_errors("policy: {limits: {modules: many}}\n") ==
        "2:28 'many' is not a number (write how many there may be, as in 100)");
  CHECK(settings_errors("policy: {limits: {modules: -1}}\n") != "no error");
  CHECK(settings_errors("policy: {limits: {go: new}}\n") ==
        "2:23 'new' is no Go version (write one in quotes, as in \"1.25\")");
  CHECK(settings_errors("rules: {MG1002: off}\n") ==
        "2:17 'off' is not a level (write none: some readers of YAML take this "
        "word for a flag)");
  CHECK(settings_errors("policy: {replace: {versions-only: yes}}\n") ==
        "2:35 'yes' is neither true nor false");
  CHECK(settings_errors("policy: {baned: []}\n") ==
        "2:10 unknown setting 'baned' (did you mean 'banned'?)");
  CHECK(settings_errors("rules: {MG1002: none, MG1002: note}\n") ==
        "2:23 'MG1002' is set twice");
  CHECK(settings_errors("ignore: {rule: MG2002}\n") ==
        "2:9 a list is expected here (begin each element with '- ', or write "
        "[a, b])");
}

}  // namespace
}  // namespace modgraph
