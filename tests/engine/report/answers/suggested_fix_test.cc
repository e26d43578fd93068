#include "engine/report/answers/suggested_fix.h"

#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

constexpr FieldShape kFixesFields[] = {
    records("fixes", kSuggestedFixShape, "some fixes"),
};
constexpr DocumentShape kFixesShape{
    "fixes", "Which fixes?", {"fixes", kFixesFields}, "fixes"};

SuggestedFix raise_net() {
  SuggestedFix out;
  out.title = "raise example.com/net to v1.2.0";
  out.commands = {"go mod edit -require=example.com/net@v1.2.0"};
  out.lines = {{"go.mod", 5, "require example.com/net v1.1.0\n",
                "require example.com/net v1.2.0\n"}};
  out.effect.added = {"example.com/text@v1.0.0"};
  out.effect.changed = {{"example.com/net", "v1.1.0", "v1.2.0"}};
  out.side_effects = {"go mod tidy undoes it"};
  return out;
}

Document fixes(const SuggestedFix& fix, bool tried) {
  return Document(kFixesShape, [&](RecordWriter& out) {
    out.list("fixes", {}, std::vector{fix}, [&](const SuggestedFix& one) {
      put_suggested_fix(out, one, tried);
    });
  });
}

TEST_CASE("a fix that was tried says how the build list changes") {
  const Document document = fixes(raise_net(), true);
  CHECK(misfit(document).empty());
  CHECK(text_of(document) == R"(raise example.com/net to v1.2.0
  run
    go mod edit -require=example.com/net@v1.2.0
  1 module added, 0 modules removed, 1 module changed
    added: 1
      example.com/text@v1.0.0
    changed: 1
      example.com/net v1.1.0 -> v1.2.0
  side effects
    go mod tidy undoes it
)");
}

TEST_CASE("a fix that was not tried promises nothing") {
  const Document document = fixes(raise_net(), false);
  CHECK(misfit(document).empty());
  CHECK(text_of(document) == R"(raise example.com/net to v1.2.0
  run
    go mod edit -require=example.com/net@v1.2.0
  side effects
    go mod tidy undoes it
)");
  CHECK(json_of(document).find(R"("tried": false, "effect": null)") !=
        std::string::npos);
}

TEST_CASE("a fix that only makes something smaller says how much") {
  SuggestedFix fix = raise_net();
  fix.effect = {};
  fix.measure = Measure{"module versions in cycles", 7, 4};
  const Document document = fixes(fix, true);
  CHECK(misfit(document).empty());
  CHECK(text_of(document) == R"(raise example.com/net to v1.2.0
  run
    go mod edit -require=example.com/net@v1.2.0
  the build list stays the same
  module versions in cycles: 7 -> 4
  side effects
    go mod tidy undoes it
)");
}

}  // namespace
}  // namespace modgraph::test
