#include "engine/report/answers/diff.h"

#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/test.h"
#include "tests/support/world_differences.h"

namespace modgraph::test {
namespace {

std::string diff_text(const std::string& before, const std::string& after,
                      const std::string& modules) {
  DiffAnswer answer;
  answer.base = {"commit", "main", "0123456789012345678901234567890123456789"};
  answer.head = {"folder", ".", ""};
  answer.difference = difference_of_worlds(before, after, modules);
  const Document document = diff_document(answer);
  CHECK(misfit(document).empty());
  return text_of(document);
}

TEST_CASE("what an edit brings") {
  CHECK(diff_text("m/1.20: A1", "m/1.20: A2",
                  "A1/1.20: | A2/1.20: B1 | B1/1.20:") ==
        R"(main -> .: 1 added, 1 raised
2 -> 3 modules, of those named in no go.mod here 0 -> 1; longest chain 2 -> 3

edits: 1
  go.mod: require example.com/A: v1.1.0 -> v1.2.0: 1 added, 1 raised

modules: 2
  added example.com/B v1.1.0, because of example.com/A v1.1.0 -> v1.2.0
  raised example.com/A v1.1.0 -> v1.2.0, because of example.com/A v1.1.0 -> v1.2.0
)");
}

TEST_CASE("what was lowered comes first") {
  CHECK(diff_text("m/1.20: A2 B1", "m/1.20: A1",
                  "A1/1.20: | A2/1.20: | B1/1.20:") ==
        R"(main -> .: 1 removed, 1 lowered
3 -> 2 modules, of those named in no go.mod here 0 -> 0; longest chain 2 -> 2

edits: 2
  go.mod: require example.com/A: v1.2.0 -> v1.1.0: 1 lowered
  go.mod: require example.com/B: v1.1.0 -> none: 1 removed

modules: 2
  lowered example.com/A v1.2.0 -> v1.1.0, because of example.com/A v1.2.0 -> v1.1.0
  removed example.com/B v1.1.0, because of dropped example.com/B
)");
}

TEST_CASE("edits without an effect, marks and the go version") {
  CHECK(diff_text("m/1.21: A1 B1?", "m/1.22: A1 B1", "A1/1.20: | B1/1.20:") ==
        R"(main -> .: the same modules are built
3 -> 3 modules, of those named in no go.mod here 0 -> 0; longest chain 2 -> 2
new direct dependency example.com/B

edits: 2
  go.mod: go: 1.21 -> 1.22
  go.mod: require example.com/B: v1.1.0 // indirect -> v1.1.0

go.mod: example.com/B is direct now, it was indirect
go 1.21 -> 1.22
)");
}

TEST_CASE("nothing is different") {
  CHECK(diff_text("m/1.20: A1", "m/1.20: A1", "A1/1.20:") ==
        R"(main -> .: nothing is different
2 -> 2 modules, of those named in no go.mod here 0 -> 0; longest chain 2 -> 2
)");
}

TEST_CASE("another replacement") {
  CHECK(diff_text("m/1.20: A1", "m/1.20: A1 A=>B1", "A1/1.20: | B1/1.20:") ==
        R"(main -> .: 1 replaced otherwise
2 -> 2 modules, of those named in no go.mod here 0 -> 0; longest chain 2 -> 2

edits: 1
  go.mod: replace example.com/A: none -> example.com/B v1.1.0: 1 replaced otherwise

modules: 1
  replaced otherwise: example.com/A v1.1.0, because of go.mod: replace example.com/A: none -> example.com/B v1.1.0
)");
}

}  // namespace
}  // namespace modgraph::test
