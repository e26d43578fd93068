#include "engine/report/answers/whatif.h"

#include "engine/resolve/resolved_project.h"
#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/memory_source.h"
#include "tests/support/test.h"
#include "tests/support/world_words.h"

namespace modgraph::test {
namespace {

Project resolved(const ModuleWorld& world, SummaryStore& store) {
  const auto mains = main_modules_of(world);
  auto build = load(*mains, store);
  REQUIRE(build);
  return resolved_project(*mains, std::move(*build));
}

// The difference between two go.mod files over the same modules.
WhatifAnswer whatif_answer(const std::string& before, const std::string& after,
                           const std::string& modules) {
  const ModuleWorld old_world = world_of(before + " | " + modules);
  const ModuleWorld new_world = world_of(after + " | " + modules);
  MemorySource source(old_world.modules);
  SummaryStore store(source);
  WhatifAnswer out;
  out.file = "go.mod";
  out.difference =
      build_difference(resolved(old_world, store), resolved(new_world, store));
  out.file_changes = before != after;
  return out;
}

std::string text_of_answer(const WhatifAnswer& answer) {
  const Document document = whatif_document(answer);
  CHECK(misfit(document).empty());
  return text_of(document);
}

TEST_CASE("what comes, goes and moves, and what requires it") {
  CHECK(text_of_answer(whatif_answer(
            "m/1.20: A1 D1", "m/1.20: A2",
            "A1/1.20: B1 | A2/1.20: C1 | B1/1.20: | C1/1.20: | D1/1.20: C2 | "
            "C2/1.20:")) ==
        R"(raised example.com/A v1.1.0 -> v1.2.0 (required by m)
removed example.com/B v1.1.0 (was required by example.com/A@v1.1.0)
lowered example.com/C v1.2.0 -> v1.1.0 (was required by example.com/D@v1.1.0; now by example.com/A@v1.2.0)
removed example.com/D v1.1.0 (was required by m)
0 modules added, 2 modules removed, 2 modules changed
)");
}

TEST_CASE("nothing changes in the build, or in the file either") {
  WhatifAnswer answer = whatif_answer("m/1.20: A1", "m/1.20: A1", "A1/1.20:");
  CHECK(text_of_answer(answer) == R"(the build list stays the same
go.mod would not change
)");
  answer.file_changes = true;
  CHECK(text_of_answer(answer) == "the build list stays the same\n");
  answer.applied = true;
  CHECK(text_of_answer(answer) == R"(the build list stays the same
go.mod was written
)");
}

TEST_CASE("a dropped line says what leaves with its orphans, too") {
  WhatifAnswer answer =
      whatif_answer("m/1.20: A1 B1?", "m/1.20: B1?", "A1/1.20: B1 | B1/1.20:");
  answer.orphans = {"example.com/B"};
  answer.removed_alone = 1;
  answer.removed_with_orphans = 2;
  CHECK(text_of_answer(answer).ends_with(
      "the line alone removes 1 module; with the indirect lines that only it "
      "needs (--orphans), 2\n"));
}

TEST_CASE("what did not resolve before has no build to compare with") {
  WhatifAnswer answer = whatif_answer("m/1.20: A1", "m/1.20: A1", "A1/1.20:");
  answer.error_before = "1 go.mod file is not in the module cache";
  CHECK(text_of_answer(answer).ends_with(
      "without the edits it does not resolve: 1 go.mod file is not in the "
      "module cache\ngo.mod would not change\n"));
}

TEST_CASE("another replacement of the same version is a change") {
  CHECK(text_of_answer(whatif_answer("m/1.20: A1", "m/1.20: A1 A=>B1",
                                     "A1/1.20: | B1/1.20:")) ==
        R"(replaced example.com/A v1.1.0
  replaced by example.com/B v1.1.0

0 modules added, 0 modules removed, 1 module changed
)");
}

TEST_CASE("the same as JSON and CSV") {
  WhatifAnswer answer =
      whatif_answer("m/1.20: A1", "m/1.20:", "A1/1.20: B1 | B1/1.20:");
  answer.edits = {"-droprequire=example.com/a"};
  answer.partial_because = {"1 go.mod file is not in the module cache"};
  const Document document = whatif_document(answer);
  CHECK(misfit(document).empty());
  CHECK(json_of(document) == R"({
"schema_version": 2,
"document": "whatif",
"file": "go.mod",
"edits": ["-droprequire=example.com/a"],
"changes": [
  {"module": "example.com/A", "change": "removed", "from": "v1.1.0", "replaced_by_before": null, "required_by_before": ["m"], "to": null, "replaced_by": null, "required_by": []},
  {"module": "example.com/B", "change": "removed", "from": "v1.1.0", "replaced_by_before": null, "required_by_before": ["example.com/A@v1.1.0"], "to": null, "replaced_by": null, "required_by": []}
],
"effect": {"added": [], "removed": ["example.com/A@v1.1.0", "example.com/B@v1.1.0"], "changed": []},
"lowers": [],
"orphans": [],
"removed_alone": null,
"removed_with_orphans": null,
"error_before": null,
"file_changes": true,
"reformats": false,
"applied": false,
"partial": true,
"partial_because": ["1 go.mod file is not in the module cache"]
}
)");
  CHECK(csv_of(document) ==
        "module,change,from,replaced_by_before_path,replaced_by_before_version,"
        "required_by_before,to,replaced_by_path,replaced_by_version,required_"
        "by\r\n"
        "example.com/A,removed,v1.1.0,,,m,,,,\r\n"
        "example.com/B,removed,v1.1.0,,,example.com/A@v1.1.0,,,,\r\n");
}

}  // namespace
}  // namespace modgraph::test
