#include "engine/report/answers/rules.h"

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "exporters/document/document_json.h"
#include "exporters/document/document_text.h"
#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

constexpr Rule kRule{"MG9001",
                     "two-names",
                     Level::kNote,
                     "one module has two names",
                     "It was renamed.\nNobody noticed.\n\nNo harm is done.",
                     "A -> B\n\nB is A.",
                     "Rename it back."};

TEST_CASE("a rule is data: its texts keep their lines") {
  const Rule* const rules[] = {&kRule};
  const Document document = rules_document(rules);
  CHECK(test::misfit(document) == "");
  CHECK(test::written([&](Sink& out) { write_document_json(document, out); }) ==
        R"({
"schema_version": 2,
"document": "rules",
"rules": [
  {"code": "MG9001", "name": "two-names", "level": "note", "says": "one module has two names", "explanation": "It was renamed.\nNobody noticed.\n\nNo harm is done.", "example": "A -> B\n\nB is A.", "fix": "Rename it back."}
]
}
)");
}

TEST_CASE("for people, paragraphs are lines") {
  const Rule* const rules[] = {&kRule};
  const Document document = rules_document(rules);
  CHECK(test::written([&](Sink& out) {
          write_document_text(document, Length::kShort, out);
        }) == R"(MG9001 two-names: one module has two names (note by default)
  It was renamed. Nobody noticed.
  No harm is done.
  Example:
  A -> B
  B is A.
  What to do:
  Rename it back.
)");
}

TEST_CASE("all rules are one document") {
  std::vector<const Rule*> all;
  for (const Rule& rule : rules()) all.push_back(&rule);
  const Document document = rules_document(all);
  CHECK(test::misfit(document) == "");
  const auto json = nlohmann::json::parse(
      test::written([&](Sink& out) { write_document_json(document, out); }));
  CHECK(json.at("rules").size() == rules().size());
}

}  // namespace
}  // namespace modgraph
