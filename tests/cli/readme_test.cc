// A document that lies is a bug: what the README shows is what the program
// prints, and the families of rules that it lists are all of them.

#include <sstream>

#include "engine/findings/rules.h"
#include "tests/support/environment.h"
#include "tests/support/process.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

const std::string kRoot = MODGRAPH_SOURCE_DIR;

// The fenced blocks of a Markdown text.
std::vector<std::string> blocks_of(const std::string& markdown) {
  std::vector<std::string> out;
  std::istringstream lines(markdown);
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      inside = !inside;
      if (inside) out.emplace_back();
    } else if (inside) {
      out.back() += line + "\n";
    }
  }
  return out;
}

TEST_CASE("the README shows what analyzing the example prints") {
  test::ProcessOptions options;
  options.directory = kRoot;
  options.environment = {"NO_COLOR=1"};
  const auto run =
      test::run({MODGRAPH_BINARY, "analyze", "examples/storefront"}, options);
  CHECK(run.exit_code == 0);
  std::size_t shown = 0;
  for (const std::string& block :
       blocks_of(test::read_file(kRoot + "/README.md"))) {
    if (!block.starts_with("example.com/storefront: ")) continue;
    CHECK(run.out.find(block) != std::string::npos);
    ++shown;
  }
  CHECK(shown == 1);
}

TEST_CASE("docs/use.md names every family of rules, and their pages") {
  const std::string readme = test::read_file(kRoot + "/docs/use.md");
  CHECK(readme.find("rules/README.md") != std::string::npos);
  for (const Rule& rule : rules()) {
    const std::string family =
        "| " + std::string(rule.code.substr(0, 3)) + "xxx ";
    INFO(family);
    CHECK(readme.find(family) != std::string::npos);
  }
}

}  // namespace
}  // namespace modgraph
