#include "exporters/findings/settings_draft.h"

#include "engine/findings/rules.h"
#include "importers/module_folder/config.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string draft_text(const SettingsDraft& draft) {
  Sink out;
  write_settings_draft(draft, out);
  return std::move(out).take_text();
}

// With the sign of each line that offers a setting taken away.
std::string all_taken(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.starts_with("# ")) line.remove_prefix(2);
    out.append(line).append("\n");
    text.remove_prefix(end + 1);
  }
  return out;
}

SettingsDraft of_a_build() {
  SettingsDraft draft;
  draft.is_analysed = true;
  draft.found = {{"MG2003", 4}, {"MG5001", 1}};
  draft.modules = 123;
  draft.direct = 12;
  draft.longest_chain = 9;
  draft.go = "1.22rc1";
  return draft;
}

TEST_CASE("a draft sets nothing but its version and the level that fails") {
  const auto c = parse_config("c", draft_text(of_a_build()));
  REQUIRE(c.has_value());
  CHECK(c->version.value == "1");
  CHECK(c->fail_on.value == "error");
  CHECK(c->rules.empty());
  CHECK(c->ignore.empty());
}

TEST_CASE("all that a draft offers are settings") {
  for (const SettingsDraft& draft : {of_a_build(), SettingsDraft()}) {
    const auto c = parse_config("c", all_taken(draft_text(draft)));
    if (!c) FAIL(c.error().front().message);
    CHECK(c->rules.size() == rules().size());
    for (const RuleSetting& setting : c->rules) {
      const Rule* const rule = find_rule(setting.rule);
      REQUIRE(rule != nullptr);
      CHECK(setting.level == rule->level);
    }
    CHECK(c->ignore.size() == 1);
    CHECK(c->policy.banned.size() == 1);
    CHECK(c->policy.forbidden_edges.size() == 1);
    CHECK(c->policy.limits.drift->most == 1);
    CHECK(c->policy.replace.has_value());
    CHECK(c->baseline.value == ".modgraph-baseline.json");
  }
}

TEST_CASE("a draft knows the build: rules that found something come first") {
  const std::string text = draft_text(of_a_build());
  CHECK(text.find("MG2003: note  # split-major: several major versions of one "
                  "module (4 here)\n") != std::string::npos);
  CHECK(text.find("MG2003") < text.find("MG5001"));
  CHECK(text.find("MG5001: ") < text.find("MG0001: "));
  const auto c = parse_config("c", all_taken(text));
  CHECK(c->policy.limits.modules->most == 123);
  CHECK(c->policy.limits.direct->most == 12);
  CHECK(c->policy.limits.longest_chain->most == 9);
  CHECK(c->policy.limits.go == "1.22rc1");
}

TEST_CASE("a draft says what is not known") {
  CHECK(draft_text({}).find("What they find here was not known") !=
        std::string::npos);
  SettingsDraft clean;
  clean.is_analysed = true;
  CHECK(draft_text(clean).find("None of them finds anything here") !=
        std::string::npos);
}

}  // namespace
}  // namespace modgraph
