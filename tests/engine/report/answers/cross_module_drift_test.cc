#include "engine/report/answers/cross_module_drift.h"

#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

constexpr FieldShape kRowsFields[] = {
    records("rows", kCrossModuleDriftShape, kCrossModuleDriftSays),
};
constexpr DocumentShape kRows{"rows", "", {"rows", kRowsFields}, "rows"};

Document rows_of(const std::vector<CrossModuleRow>& rows) {
  Document out(
      kRows, [&](RecordWriter& w) { put_cross_module_drift(w, "rows", rows); });
  CHECK(misfit(out) == "");
  return out;
}

// Two main modules that require what they select.
CrossModuleRow disagreement(std::string module) {
  CrossModuleRow out;
  out.module = std::move(module);
  out.direct = true;
  out.required = {{"v1.0.0", {"A"}}, {"v2.0.0", {"B"}}};
  out.selected = out.required;
  return out;
}

TEST_CASE("main modules that agree are not spoken of") {
  CHECK(text_of(rows_of({})) == "");
}

TEST_CASE("a version that is required where it is selected is one line") {
  CrossModuleRow workspace = disagreement("D");
  workspace.selected.clear();
  CrossModuleRow apart = disagreement("E");
  apart.selected = {{"v2.0.0", {"A"}}, {"v3.0.0", {"B"}}};
  CHECK(text_of(rows_of({disagreement("C"), workspace, apart})) ==
        R"(modules about which main modules disagree: 3
  C
    v1.0.0 required and selected by A
    v2.0.0 required and selected by B
  D
    v1.0.0 required by A
    v2.0.0 required by B
  E
    v1.0.0 required by A
    v2.0.0 required by B
    v2.0.0 selected for A
    v3.0.0 selected for B
)");
}

TEST_CASE("replacements: none, a folder, a module") {
  CrossModuleRow row;
  row.module = "C";
  row.replaced = {{std::nullopt, {"A"}},
                  {ModuleVersion{"../c", ""}, {"B", "D"}},
                  {ModuleVersion{"F", "v1.0.0"}, {"E"}}};
  CHECK(text_of(rows_of({row})) ==
        R"(modules about which main modules disagree: 1
  C
    not replaced in A
    replaced in B and D
      by ../c
    replaced in E
      by F v1.0.0
)");
  CHECK(json_of(rows_of({row})) == R"({
"schema_version": 2,
"document": "rows",
"rows": [
  {"module": "C", "direct": false, "required": [], "selected": [], "replaced": [{"replaced_by": null, "main_modules": ["A"]}, {"replaced_by": {"path": "../c", "version": ""}, "main_modules": ["B", "D"]}, {"replaced_by": {"path": "F", "version": "v1.0.0"}, "main_modules": ["E"]}]}
]
}
)");
}

TEST_CASE("what only indirect lines say comes last and is counted") {
  CrossModuleRow indirect = disagreement("C");
  indirect.direct = false;
  CHECK(text_of(rows_of({indirect, disagreement("D")})) ==
        R"(modules about which main modules disagree: 2
  D
    v1.0.0 required and selected by A
    v2.0.0 required and selected by B
  and 1 more
)");
  // Nothing else to show.
  CHECK(text_of(rows_of({indirect})) ==
        R"(modules about which main modules disagree: 1
  C
    v1.0.0 required and selected by A
    v2.0.0 required and selected by B
)");
}

TEST_CASE("many versions of one module are cut") {
  CrossModuleRow row;
  row.module = "C";
  row.direct = true;
  for (int i = 1; i < 10; ++i)
    row.required.push_back(
        {"v1." + std::to_string(i) + ".0", {"M" + std::to_string(i)}});
  CHECK(text_of(rows_of({row}))
            .ends_with("    v1.6.0 required by M6\n"
                       "    and 3 more\n"));
}

}  // namespace
}  // namespace modgraph::test
