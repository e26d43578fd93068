// What settings say of rules, silences and the policy, and each way to say it
// wrong.

#include "importers/module_folder/config_policy.h"

#include "importers/module_folder/config.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// The errors of settings of version 1: their places count from the line behind
// it.
std::string faults(const std::string& text) {
  const auto config = parse_config("c", "version: 1\n" + text);
  if (config) return "none";
  std::string out;
  for (const Error& e : config.error()) {
    CHECK(e.kind == ErrorKind::kUsage);
    out += (out.empty() ? "" : "; ") + std::to_string(e.where.line - 1) + ":" +
           std::to_string(e.where.column) + " " + e.message + " (" + e.hint +
           ")";
  }
  return out;
}

Config settings(const std::string& text) {
  auto config = parse_config("c", "version: 1\n" + text);
  INFO(faults(text));
  REQUIRE(config.has_value());
  return std::move(*config);
}

std::string in_one_line(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

TEST_CASE("a rule has a level, or a mapping with patterns to ignore") {
  const Config c = settings(
      "rules:\n"
      "  MG1002: none\n"
      "  version-drift: {level: warning, ignore: [\"golang.org/x/**\"]}\n"
      "  MG2003: {ignore: k8s.io/**}\n");
  REQUIRE(c.rules.size() == 3);
  CHECK(c.rules[0].rule == "MG1002");
  CHECK(c.rules[0].level == Level::kOff);
  CHECK(c.rules[0].where.line == 3);
  CHECK(c.rules[0].where.column == 3);
  CHECK(c.rules[1].rule == "version-drift");
  CHECK(c.rules[1].level == Level::kWarning);
  CHECK(in_one_line(c.rules[1].ignore) == "golang.org/x/**");
  CHECK_FALSE(c.rules[2].level.has_value());
  CHECK(in_one_line(c.rules[2].ignore) == "k8s.io/**");
}

TEST_CASE("a silence says of what, where, why and until when") {
  const Config c = settings(
      "ignore:\n"
      "  - {rule: MG2002, module: golang.org/x/net, in: services/**,\n"
      "     reason: waiting for v2, until: 2028-02-29}\n"
      "  - rule: [MG1001, version-drift]\n"
      "    module: [\"a/**\", \"!a/b\"]\n"
      "    reason: 'old'\n");
  REQUIRE(c.ignore.size() == 2);
  CHECK(in_one_line(c.ignore[0].rules) == "MG2002");
  CHECK(in_one_line(c.ignore[0].modules) == "golang.org/x/net");
  CHECK(c.ignore[0].in == "services/**");
  CHECK(c.ignore[0].reason == "waiting for v2");
  CHECK(c.ignore[0].until == "2028-02-29");
  CHECK(c.ignore[0].where.line == 3);
  CHECK(in_one_line(c.ignore[1].rules) == "MG1001 version-drift");
  CHECK(in_one_line(c.ignore[1].modules) == "a/** !a/b");
  CHECK(c.ignore[1].until.empty());
}

TEST_CASE("a policy bans modules, and versions of them") {
  using Side = VersionBound::Side;
  const Config c = settings(
      "policy:\n"
      "  banned:\n"
      "    - module: github.com/pkg/errors\n"
      "      versions: \">= v0.8.0, < v0.9.1\"\n"
      "      reason: archived\n"
      "      use: errors\n"
      "      allow-from: [\"k8s.io/**\"]\n"
      "      direct: true\n"
      "      level: warning\n"
      "    - {module: a.b/c, versions: v1.2.3, reason: bad}\n"
      "    - {module: a.b/d, versions: '>v1, <=v2.0.0-rc.1', reason: bad}\n");
  REQUIRE(c.policy.banned.size() == 3);
  const Ban& ban = c.policy.banned[0];
  CHECK(ban.module == "github.com/pkg/errors");
  REQUIRE(ban.versions.size() == 2);
  CHECK(ban.versions[0].side == Side::kAtLeast);
  CHECK(ban.versions[0].version == "v0.8.0");
  CHECK(ban.versions[1].side == Side::kBelow);
  CHECK(ban.versions[1].version == "v0.9.1");
  CHECK(ban.reason == "archived");
  CHECK(ban.use == "errors");
  CHECK(in_one_line(ban.allow_from) == "k8s.io/**");
  CHECK(ban.direct);
  CHECK(ban.level == Level::kWarning);
  CHECK(ban.where.line == 4);
  REQUIRE(c.policy.banned[1].versions.size() == 1);
  CHECK(c.policy.banned[1].versions[0].side == Side::kEqual);
  CHECK_FALSE(c.policy.banned[1].direct);
  REQUIRE(c.policy.banned[2].versions.size() == 2);
  CHECK(c.policy.banned[2].versions[0].side == Side::kAbove);
  CHECK(c.policy.banned[2].versions[1].side == Side::kAtMost);
  CHECK(c.policy.banned[2].versions[1].version == "v2.0.0-rc.1");
}

TEST_CASE("a policy limits, forbids edges and says what may replace") {
  const Config c = settings(
      "policy:\n"
      "  limits: {modules: 500, direct: 0, longest-chain: 40,\n"
      "           new-exclusive: 30, drift: 1, go: \"1.25\"}\n"
      "  forbidden-edges:\n"
      "    - {from: a/**, to: b/**, reason: layers, direct: true, level: "
      "note}\n"
      "  replace: {allow: [\"./**\"], versions-only: false, level: warning}\n");
  const Limits& limits = c.policy.limits;
  REQUIRE(limits.modules.has_value());
  CHECK(limits.modules->most == 500);
  CHECK(limits.modules->where.line == 3);
  CHECK(limits.modules->where.column == 21);
  CHECK(limits.direct->most == 0);
  CHECK(limits.longest_chain->most == 40);
  CHECK(limits.new_exclusive->most == 30);
  CHECK(limits.drift->most == 1);
  CHECK(limits.go == "1.25");
  REQUIRE(c.policy.forbidden_edges.size() == 1);
  const ForbiddenEdge& edge = c.policy.forbidden_edges[0];
  CHECK(edge.from + " " + edge.to + " " + edge.reason == "a/** b/** layers");
  CHECK(edge.direct);
  CHECK(edge.level == Level::kNote);
  REQUIRE(c.policy.replace.has_value());
  CHECK(in_one_line(c.policy.replace->allow.value()) == "./**");
  CHECK_FALSE(c.policy.replace->versions_only);
  CHECK(c.policy.replace->level == Level::kWarning);
}

TEST_CASE("no list of targets allows all, an empty one allows none") {
  CHECK_FALSE(settings("policy: {replace: {versions-only: true}}")
                  .policy.replace->allow.has_value());
  CHECK(settings("policy: {replace: {allow: []}}")
            .policy.replace->allow->empty());
  CHECK_FALSE(settings("policy: {}").policy.replace.has_value());
}

TEST_CASE("a level that some readers of YAML take for a flag is none") {
  for (const char* word : {"off", "Off", "OFF", "no", "false", "False"})
    CHECK(faults("rules: {MG1002: " + std::string(word) + "}") ==
          "1:17 '" + std::string(word) +
              "' is not a level (write none: some readers of YAML take this "
              "word for a flag)");
  CHECK(faults("rules: {MG1002: warn}") ==
        "1:17 'warn' is not a level (levels are error, warning, note and "
        "none)");
  CHECK(faults("rules: {MG1002: [note]}") ==
        "1:17 a single value is expected here (write `key: value`)");
  CHECK(faults("rules: {MG1002: {levl: note}}") ==
        "1:18 unknown setting 'levl' (did you mean 'level'?)");
  CHECK(faults("rules: {MG1002: }") ==
        "1:9 a value is missing here (write one, or take the key away)");
  CHECK(faults("rules: {MG1002: note, MG1002: none}") ==
        "1:23 'MG1002' is set twice (keep one of them)");
  CHECK(faults("rules: [MG1002]") ==
        "1:8 a mapping of settings is expected here (write `key: value`)");
}

TEST_CASE("a silence without rule or reason is an error") {
  CHECK(faults("ignore:\n  - {module: a.b/c}\n") ==
        "2:5 'rule' is missing here (name a rule by its code or name, as in "
        "rule: MG2002); 2:5 'reason' is missing here (say why, as in reason: "
        "waiting for v2 of the module)");
  CHECK(faults("ignore: [{rule: [], reason: later}]") ==
        "1:17 no rule is named here (name a rule by its code or name, as in "
        "rule: MG2002)");
  CHECK(faults("ignore: [{rule: MG2002, reason: ok}]") ==
        "1:33 'ok' is no reason (say why, for whoever reads it next year)");
  CHECK(faults("ignore: [{rule: MG2002, reason: ''}]") ==
        "1:33 a value is missing here (write one, or take the key away)");
  CHECK(faults("ignore: [{rule: MG2002, reason: " + std::string(501, 'x') +
               "}]") ==
        "1:33 a reason has more than 500 bytes (say it in a sentence, or name "
        "the issue that has more)");
  CHECK(faults("ignore: [MG2002]") ==
        "1:10 a mapping of settings is expected here (write `key: value`)");
  CHECK(faults("ignore: MG2002") ==
        "1:9 a list is expected here (begin each element with '- ', or write "
        "[a, b])");
}

TEST_CASE("the last day of a silence is one of the calendar") {
  for (const char* day : {"2027-02-29", "2027-13-01", "2027-3-1", "soon",
                          "27-03-01", "2027-03-01T00:00:00Z", "2027-04-31"})
    CHECK(faults("ignore: [{rule: MG2002, reason: later, until: '" +
                 std::string(day) + "'}]") ==
          "1:47 '" + std::string(day) +
              "' is no day (write one as 2027-03-01)");
}

TEST_CASE("bounds of versions are versions as Go has them") {
  for (const char* bounds :
       {"1.2.3", "v1.x", ">= v01.0.0", "=> v1.0.0", "~ v1.0.0", "^v1.2.3",
        "v1.2.3 - v1.3.0", "v1.0.0.0", ">= ", "= v1.0.0", "latest"}) {
    INFO(bounds);
    CHECK(faults("policy: {banned: [{module: a.b/c, reason: bad, versions: '" +
                 std::string(bounds) + "'}]}") ==
          "1:58 '" + std::string(bounds) +
              "' is no version, and no bound of versions (write \">= v1.2.0, < "
              "v1.3.0\", or v1.2.3 for one version)");
  }
  for (const char* bounds :
       {">= v1.0.0,", ", < v1.0.0", ">= v1.0.0,, < v2.0.0"})
    CHECK(faults("policy: {banned: [{module: a.b/c, reason: bad, versions: '" +
                 std::string(bounds) + "'}]}")
              .starts_with("1:58 '' is no version"));
}

TEST_CASE("bounds that no version is within are a mistake") {
  const auto fault = [](const std::string& bounds) {
    return faults("policy: {banned: [{module: a.b/c, reason: bad, versions: '" +
                  bounds + "'}]}");
  };
  CHECK(fault(">= v2.0.0, < v1.0.0") ==
        "1:58 no version is within '>= v2.0.0, < v1.0.0' (all bounds hold "
        "together; write two bans for two ranges)");
  for (const char* none :
       {"> v1.0.0, < v1.0.0", ">= v1.0.0, < v1.0.0", "v1.0.0, v1.0.1",
        "v1.0.0, > v1.0.0", "<= v1.2.0, > v1.2.0", "< v1.0.0, >= v1.0.0, < v3",
        "> v1.10.0, < v1.9.0"}) {
    INFO(none);
    CHECK(fault(none) != "none");
  }
  for (const char* some :
       {">= v1.0.0, <= v1.0.0", "v1.0.0, v1.0.0", "> v1.9.0, < v1.10.0",
        "> v1.0.0, > v2.0.0", "< v1.0.0, < v0.1.0", "v1.0.0, >= v1.0.0",
        ">= v1.0.0-rc.1, < v1.0.0"}) {
    INFO(some);
    CHECK(fault(some) == "none");
  }
}

TEST_CASE("a ban names a module and says why") {
  CHECK(faults("policy: {banned: [{}]}") ==
        "1:19 'module' is missing here (name a module, or a pattern as in "
        "\"golang.org/x/**\"); 1:19 'reason' is missing here (say why, as in "
        "reason: waiting for v2 of the module)");
  CHECK(faults("policy: {banned: [{module: '', reason: bad}]}") ==
        "1:28 a value is missing here (write one, or take the key away)");
  CHECK(faults("policy: {banned: [{module: [a], reason: bad}]}") ==
        "1:28 a single value is expected here (write `key: value`)");
  CHECK(faults("policy: {banned: [{module: a, reason: bad, direct: yes}]}") ==
        "1:52 'yes' is neither true nor false (write true or false, without "
        "quotes)");
  CHECK(
      faults("policy: {banned: [{module: a, reason: bad, direct: 'true'}]}") ==
      "1:52 'true' is neither true nor false (write true or false, without "
      "quotes)");
  CHECK(faults("policy: {banned: [{module: a, reason: bad, allow_from: b}]}") ==
        "1:44 unknown setting 'allow_from' (did you mean 'allow-from'?)");
}

TEST_CASE("limits are whole numbers, and Go's version one of Go") {
  for (const char* count : {"-1", "1.5", "many", "0x10", "1e3", "1_000",
                            "99999999999999999999", "+1"})
    CHECK(faults("policy: {limits: {modules: " + std::string(count) + "}}") ==
          "1:28 '" + std::string(count) +
              "' is not a whole number (write how many there may be, as in "
              "100)");
  CHECK(settings("policy: {limits: {modules: 18446744073709551615}}")
            .policy.limits.modules->most == UINT64_MAX);
  for (const char* go : {"go1.25", "1.25.x", "latest", "v1.25"})
    CHECK(faults("policy: {limits: {go: " + std::string(go) + "}}") ==
          "1:23 '" + std::string(go) +
              "' is no Go version (write one in quotes, as in \"1.25\")");
}

TEST_CASE("a forbidden edge has two ends and a reason") {
  CHECK(faults("policy: {forbidden-edges: [{from: a}]}") ==
        "1:28 'to' is missing here (name a module, or a pattern as in "
        "\"golang.org/x/**\"); 1:28 'reason' is missing here (say why, as in "
        "reason: waiting for v2 of the module)");
}

TEST_CASE("a pattern that can match nothing is an error") {
  CHECK(faults("rules: {MG1002: {ignore: ['!a/**']}}") ==
        "1:26 '!a/**' takes away, and there is nothing before it (begin with "
        "what is meant, as in [\"**\", \"!golang.org/x/**\"])");
  CHECK(faults("rules: {MG1002: {ignore: ['a', '!']}}") ==
        "1:32 '!' takes away nothing (write the pattern that it takes away "
        "behind it)");
  CHECK(
      faults("policy: {forbidden-edges: [{from: '!a', to: b, reason: bad}]}") ==
      "1:35 '!a' takes away, and there is nothing before it (write what is "
      "meant, as in \"golang.org/x/**\")");
  CHECK(faults("rules: {MG1002: {ignore: ['']}}") ==
        "1:27 a value is missing here (write one, or take the key away)");
  CHECK(faults("rules: {MG1002: {ignore: " + std::string(501, 'a') + "}}") ==
        "1:26 a pattern has more than 500 bytes (write * for one element of a "
        "path and ** for any number of them)");
}

TEST_CASE("a baseline is a file, or a mapping with one") {
  CHECK(settings("baseline: b.json").baseline.value == "b.json");
  const Config c = settings("baseline:\n  file: b.json\n  ratchet: true\n");
  CHECK(c.baseline.value == "b.json");
  CHECK(c.baseline.where.line == 3);
  CHECK(c.ratchet);
  CHECK(c.ratchet_where.line == 4);
  CHECK(settings("baseline: {ratchet: true}").ratchet);
  CHECK(faults("baseline: [b.json]") ==
        "1:11 a single value is expected here (write `key: value`)");
  CHECK(faults("baseline: {ratchet: 1}") ==
        "1:21 '1' is neither true nor false (write true or false, without "
        "quotes)");
}

TEST_CASE("what says what passes needs the version of the settings") {
  const auto first = [](const std::string& text) {
    const auto config = parse_config("c", text);
    if (config) return std::string("none");
    const Error& e = config.error().front();
    return std::to_string(e.where.line) + ":" + std::to_string(e.where.column) +
           " " + e.message + " (" + e.hint + ")";
  };
  for (const char* text :
       {"rules: {}", "ignore: []", "policy: {}", "baseline: b.json"})
    CHECK(first(text).find(" the settings do not say their version (write "
                           "`version: 1` in the first line)") !=
          std::string::npos);
  CHECK(first("fail-on: note\ninputs: {graph: g}\n") == "none");
  CHECK(first("version: 1\n") == "none");
  CHECK(first("version: 2\nrules: {}\n") ==
        "1:10 version '2' of the settings is not known (this program reads "
        "version 1)");
  CHECK(first("version: 1.0\n") ==
        "1:10 version '1.0' of the settings is not known (this program reads "
        "version 1)");
  CHECK(first("version:\n") ==
        "1:1 a value is missing here (write one, or take the key away)");
}

TEST_CASE("every prefix of a policy is settings or errors") {
  const std::string text =
      "version: 1\nrules: {MG1002: none}\nignore:\n  - {rule: [a], reason: "
      "'bc'}\npolicy:\n  banned: [{module: a, versions: '< v1', reason: xyz}]\n"
      "  limits: {go: \"1.25\", modules: 5}\nbaseline: {ratchet: true}\n";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    const auto config = parse_config("c", text.substr(0, length));
    if (!config) CHECK_FALSE(config.error().front().message.empty());
  }
}

}  // namespace
}  // namespace modgraph
