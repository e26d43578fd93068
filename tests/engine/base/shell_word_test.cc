#include "engine/base/shell_word.h"

#include "tests/support/process.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("module paths and flags need no quotes") {
  CHECK(shell_word("-require=example.com/m/v2@v2.0.0-rc.1+incompatible") ==
        "-require=example.com/m/v2@v2.0.0-rc.1+incompatible");
  CHECK(shell_word("../x/go.mod") == "../x/go.mod");
}

TEST_CASE("anything else is quoted") {
  CHECK(shell_word("") == "''");
  CHECK(shell_word("a b") == "'a b'");
  CHECK(shell_word("it's") == R"('it'\''s')");
  CHECK(shell_word("$(touch x)") == "'$(touch x)'");
  CHECK(shell_word("~user") == "'~user'");
}

TEST_CASE("a shell reads the word back as it was") {
  for (const std::string text :
       {"a b", "it's", "$HOME `id` $(id)", "a\nb", "\\", "!x", "'", "''", "*",
        "#no", "\"quoted\"", "a;b|c&d<e>f"}) {
    CAPTURE(text);
    const auto run =
        test::run({"/bin/sh", "-c", "printf %s " + shell_word(text)}, {});
    CHECK(run.out == text);
  }
}

}  // namespace
}  // namespace modgraph
