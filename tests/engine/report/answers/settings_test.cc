#include "engine/report/answers/settings.h"

#include <nlohmann/json.hpp>

#include "engine/findings/rules.h"
#include "exporters/document/document_json.h"
#include "exporters/document/document_text.h"
#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

SettingsInForce every_setting() {
  SettingsInForce s;
  s.file = "sub/.modgraph.yaml";
  s.sha256 = "ab12";
  s.of_repository = true;
  s.fail_on = {"warning", {"f", 2, 10}};
  s.inputs = {{"graph", {"g.txt", {"f", 3, 10}}}};
  RuleSetting silent;
  silent.rule = "version-drift";
  silent.level = Level::kWarning;
  silent.ignore = {"a/**"};
  silent.where = {"f", 4, 3};
  s.rules = {silent};
  Silence silence;
  silence.rules = {"MG2002"};
  silence.modules = {"a.b/c", "a.b/d"};
  silence.in = "services/**";
  silence.reason = "waiting";
  silence.until = "2027-03-01";
  silence.where = {"f", 5, 5};
  s.ignore = {silence};
  Ban ban;
  ban.module = "a.b/old";
  ban.versions = {{VersionBound::Side::kAtLeast, "v1.0.0"},
                  {VersionBound::Side::kBelow, "v1.2.0"}};
  ban.reason = "unsafe";
  ban.use = "a.b/new";
  ban.allow_from = {"k/**"};
  ban.direct = true;
  ban.level = Level::kOff;
  ban.where = {"f", 6, 7};
  s.policy.banned = {ban};
  s.policy.limits.modules = Limits::Limit{500, {"f", 7, 14}};
  s.policy.limits.go = "1.25";
  s.policy.limits.go_where = {"f", 8, 9};
  s.policy.forbidden_edges = {
      {"x/**", "y/**", "layers", false, std::nullopt, {"f", 9, 7}}};
  s.policy.replace =
      ReplaceTargets{std::vector<std::string>{"./**"}, true, {}, {"f", 10, 12}};
  s.baseline = {"b.json", {"f", 11, 11}};
  s.ratchet = true;
  s.ratchet_where = {"f", 12, 11};
  s.not_followed = {"fail-on: none"};
  return s;
}

std::string settings_text(const SettingsInForce& settings, bool with_origins) {
  const Document document = settings_document(settings, with_origins);
  CHECK(test::misfit(document) == "");
  return test::written(
      [&](Sink& out) { write_document_text(document, Length::kShort, out); });
}

nlohmann::json settings_json(const SettingsInForce& settings) {
  const Document document = settings_document(settings, false);
  return nlohmann::json::parse(
      test::written([&](Sink& out) { write_document_json(document, out); }));
}

bool has_line(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

TEST_CASE("every setting is a line, with its place if that is asked for") {
  const std::string text = settings_text(every_setting(), true);
  INFO(text);
  for (const char* line :
       {"settings: sub/.modgraph.yaml (sha256 ab12)",
        "fail-on: warning (sub/.modgraph.yaml:2)",
        "  graph: g.txt (sub/.modgraph.yaml:3)",
        "  MG2001 version-drift: warning, without settings none, but not about "
        "a/** (sub/.modgraph.yaml:4)",
        "  MG2003 split-major: note (default)",
        "  MG2002 of a.b/c and a.b/d in services/** until 2027-03-01: waiting "
        "(sub/.modgraph.yaml:5)",
        "  direct a.b/old >= v1.0.0, < v1.2.0, but from k/**: unsafe; use "
        "a.b/new (none) (sub/.modgraph.yaml:6)",
        "  modules: 500 (sub/.modgraph.yaml:7)",
        "highest go line: 1.25 (sub/.modgraph.yaml:8)",
        "  x/** -> y/**: layers (sub/.modgraph.yaml:9)",
        "replacements: ./**, no folders (sub/.modgraph.yaml:10)",
        "baseline: b.json, which may only shrink (sub/.modgraph.yaml:11)"}) {
    INFO(line);
    CHECK(has_line(text, line));
  }
  CHECK(text.find("fail-on: none") != std::string::npos);
}

TEST_CASE("without a file there are the defaults of all rules") {
  SettingsInForce s;
  s.fail_on = {"error", {}};
  const std::string text = settings_text(s, false);
  CHECK(text.starts_with("no settings: these are the defaults\n"));
  CHECK(has_line(text, "fail-on: error"));
  CHECK(has_line(text, "  MG2001 version-drift: none"));
  CHECK(text.find("default)") == std::string::npos);
  const nlohmann::json json = settings_json(s);
  CHECK(json["settings"].is_null());
  CHECK(json["rules"].size() == rules().size());
  CHECK(json["replace"].is_null());
  CHECK(json["highest_go"].is_null());
}

TEST_CASE("JSON has the place of each value, null for a default") {
  const nlohmann::json json = settings_json(every_setting());
  CHECK(json["fail_on"]["location"]["line"] == 2);
  CHECK(json["fail_on"]["location"]["file"] == "sub/.modgraph.yaml");
  CHECK(json["banned"][0]["versions"] == ">= v1.0.0, < v1.2.0");
  CHECK(json["banned"][0]["level"] == "none");
  CHECK(json["forbidden_edges"][0]["level"].is_null());
  CHECK(json["limits"][0]["most"] == 500);
  for (const auto& rule : json["rules"])
    CHECK(rule["location"].is_null() == (rule["code"] != "MG2001"));
}

TEST_CASE("bounds are written as settings write them") {
  using Side = VersionBound::Side;
  CHECK(bounds_text({}).empty());
  CHECK(bounds_text({{Side::kEqual, "v1.2.3"}}) == "v1.2.3");
  CHECK(bounds_text({{Side::kAbove, "v1.0.0"}, {Side::kAtMost, "v2.0.0"}}) ==
        "> v1.0.0, <= v2.0.0");
}

}  // namespace
}  // namespace modgraph
