// A file that is cut off anywhere is a manifest, or errors that point into it.

#include <string>

#include "importers/go_mod/go_mod.h"
#include "tests/support/environment.h"
#include "tests/support/golden.h"
#include "tests/support/manifest_facts.h"
#include "tests/support/test.h"
#include "tests/support/txtar.h"

namespace modgraph {
namespace {

using Parse = Result<Manifest> (*)(std::string_view, std::string);

// "" if what comes out of a text is in order.
std::string fault_in(Parse parse, const std::string& text) {
  const auto manifest = parse("go.mod", text);
  if (!manifest) return test::misplaced(manifest.error(), "go.mod", text);
  return manifest->text == text ? "" : "another text";
}

// Every prefix of a file, and every file that lacks one byte of it.
std::size_t check_cuts(Parse parse, const std::string& text) {
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const std::string prefix = text.substr(0, i);
    INFO(prefix);
    REQUIRE(fault_in(parse, prefix) == "");
    if (i == text.size()) break;
    const std::string without = prefix + text.substr(i + 1);
    INFO(without);
    REQUIRE(fault_in(parse, without) == "");
  }
  return 2 * text.size() + 1;
}

TEST_CASE("good files are read in every way") {
  for (const std::string& name :
       test::test_files("importers/data/go_mod/good")) {
    INFO(name);
    const std::string text =
        test::test_data("importers/data/go_mod/good/" + name);
    const bool is_work = name.ends_with(".work");
    CHECK(test::facts(is_work ? parse_go_work("go.mod", text)
                              : parse_go_mod("go.mod", text))
              .find('!') == std::string::npos);
    if (!is_work) CHECK(parse_go_mod_lax("go.mod", text));
  }
}

TEST_CASE("files cut off anywhere give a manifest or errors") {
  const std::string data = "importers/data/go_mod/";
  std::vector<std::string> texts;
  for (const std::string& name : test::test_files(data + "good"))
    texts.push_back(test::test_data(data + "good/" + name));
  for (const auto& file : test::txtar_inputs(data + "bad.txtar"))
    texts.push_back(file.data);
  std::size_t count = 0;
  for (const std::string& text : texts)
    for (const Parse parse : {parse_go_mod, parse_go_mod_lax, parse_main_go_mod,
                              parse_go_work, parse_main_go_work})
      count += check_cuts(parse, text);
  test::report("go.mod files cut off", count, "texts");
  CHECK(count > 10'000);
}

}  // namespace
}  // namespace modgraph
