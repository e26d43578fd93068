#include "importers/go_mod/go_mod_printer.h"

#include <string>

#include "tests/support/environment.h"
#include "tests/support/go_mod_texts.h"
#include "tests/support/golden.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string printed(const std::string& text) {
  return print_go_mod(parse_go_mod_syntax({"go.mod", text}));
}

TEST_CASE("one space between words, none inside brackets") {
  CHECK(printed("a  b\tc") == "a b c\n");
  CHECK(printed("retract [ v1 ,v2 ]") == "retract [v1, v2]\n");
  CHECK(printed("a ( b ) { c }") == "a (b) {c}\n");
  CHECK(printed("a \"[\" b") == "a \"[\" b\n");
}

TEST_CASE("one blank line between statements") {
  CHECK(printed("").empty());
  CHECK(printed("\n\n\n").empty());
  CHECK(printed("a b\nc d\n\n\n\ne f\n\n") == "a b\n\nc d\n\ne f\n");
  CHECK(printed("// x\n\n\n//y  \na b") == "// x\n\n//y\na b\n");
}

TEST_CASE("the lines of a block stand behind a tab") {
  CHECK(printed("a (\nb\n\n\nc\n\n)") == "a (\n\tb\n\n\tc\n)\n");
  CHECK(printed("a ( )") == "a (\n)\n");
  CHECK(printed("a (\n// x\nb\n// y\n)") == "a (\n\t// x\n\tb\n// y\n)\n");
}

TEST_CASE("comments stay with their line") {
  CHECK(printed("a b//x") == "a b //x\n");
  CHECK(printed("a ( // x\nb // y\n) // z") == "a ( // x\n\tb // y\n) // z\n");
  CHECK(printed("a ( ) // z") == "a (\n) // z\n");
  // A comment behind a word that ends on another line belongs to what is before
  // it.
  CHECK(printed("a\nb \"x\\\ny\" // z") == "a // z\n\nb \"x\\\ny\"\n");
  CHECK(printed("b \"x\\\ny\" // z") == "// z\nb \"x\\\ny\"\n");
}

TEST_CASE("printing what was printed changes nothing") {
  std::vector<std::string> texts;
  if (const auto root = test::go_root()) texts = test::go_mod_texts(*root);
  for (const std::string& name :
       test::test_files("importers/data/go_mod/good/"))
    texts.push_back(test::test_data("importers/data/go_mod/good/" + name));
  test::Random random(8);
  std::size_t count = 0;
  for (const std::string& text : texts) {
    for (int times = 0; times < 10; ++times) {
      const std::string changed =
          times == 0 ? text : test::changed_go_mod(random, text);
      if (!parse_go_mod_syntax({"go.mod", changed}).errors.empty()) continue;
      const std::string once = printed(changed);
      INFO(changed);
      CHECK(printed(once) == once);
      ++count;
    }
  }
  test::report("go.mod printer", count, "files printed twice");
  CHECK(count >= texts.size());
}

}  // namespace
}  // namespace modgraph
