#include "exporters/text/source_excerpt.h"

#include "tests/support/pictures.h"
#include "tests/support/sample_document.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

TEST_CASE("carets mark a part of the line, and a tab takes four columns") {
  CHECK(source_excerpt({14, 2, 26, "\tgolang.org/x/net v0.33.0", "required"}) ==
        "14 |     golang.org/x/net v0.33.0\n"
        "   |     ^^^^^^^^^^^^^^^^^^^^^^^^ required\n");
}

TEST_CASE("without an end there is one caret, without a column none") {
  CHECK(source_excerpt({3, 5, 0, "use ./a", ""}) == "3 | use ./a\n  |     ^\n");
  CHECK(source_excerpt({3, 0, 0, "use ./a", ""}) == "3 | use ./a\n");
}

TEST_CASE("a place after the end of the line has its caret there") {
  CHECK(source_excerpt({1, 4, 0, "use", ""}) == "1 | use\n  |    ^\n");
  CHECK(source_excerpt({1, 9, 0, "use", ""}) == "1 | use\n  |    ^\n");
}

TEST_CASE("columns are code points, and what is not printable is visible") {
  CHECK(source_excerpt({1, 3, 4, "\u00e9\x1b|", ""}) ==
        "1 | \u00e9\\x1b|\n  |      ^\n");
}

TEST_CASE("no command of a CI system is quoted as it stands") {
  CHECK(source_excerpt({1, 0, 0, "a ##[error]x", ""}) ==
        "1 | a \\x23#[error]x\n");
  CHECK(source_excerpt({1, 0, 0, "##vso[x]y # ##", ""}) ==
        "1 | \\x23#vso[x]y # ##\n");
}

TEST_CASE("a long line is cut, and no line gives none") {
  const std::string line(1000, 'a');
  const std::string text = source_excerpt({1, 0, 0, line, ""});
  CHECK(text.size() < 200);
  CHECK(text.ends_with("...\n"));
  CHECK(source_excerpt({1, 1, 0, "", "label"}).empty());
}

TEST_CASE("no text of a stranger adds a line") {
  for (const std::string& hostile : hostile_texts())
    if (!hostile.empty())
      CHECK(count_of(source_excerpt({1, 1, 0, hostile, hostile}), "\n") == 2);
}

}  // namespace
}  // namespace modgraph::test
