// The go command's own minimal version selection, where there is a Go
// distribution: its table of cases, and its code on random worlds.

#include <filesystem>
#include <sstream>

#include "tests/support/environment.h"
#include "tests/support/go_module.h"
#include "tests/support/mvs_table.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

// The text between the first pair of backquotes.
std::string table_in(const std::string& source) {
  const std::size_t first = source.find('`') + 1;
  return source.substr(first, source.find('`', first) - first);
}

std::string one_space_between(const std::string& text) {
  std::istringstream in(text);
  std::string out;
  for (std::string word; in >> word;) out += (out.empty() ? "" : " ") + word;
  return out;
}

TEST_CASE("minimal version selection passes the table of the go command") {
  const std::optional<std::string> root = go_root();
  if (!root) return skip("go mvs table", "no Go distribution found");
  const std::string file = *root + "/src/cmd/go/internal/mvs/mvs_test.go";
  if (!std::filesystem::exists(file))
    return skip("go mvs table", "the Go distribution has no sources");

  std::size_t checks = 0;
  std::size_t passed = 0;
  const auto scenarios = mvs_scenarios(table_in(read_file(file)));
  for (const MvsScenario& scenario : scenarios) {
    CAPTURE(scenario.name);
    const MvsWorld world(scenario.text);
    for (const MvsWorld::Check& check : world.checks()) {
      CAPTURE(check.key);
      const std::string have = world.answer(check.key);
      const std::string want = one_space_between(check.want);
      CHECK(have == want);
      ++checks;
      if (have == want) ++passed;
    }
  }
  CHECK(checks > 0);
  report("go mvs table", passed,
         "of " + std::to_string(checks) + " rows pass, in " +
             std::to_string(scenarios.size()) + " scenarios");
}

// Random worlds with our answers as the expected ones, in the table's language.
std::string our_table(std::size_t scenarios, std::size_t& checks) {
  Random random(11);
  std::string table;
  for (std::size_t i = 0; i < scenarios; ++i) {
    const std::string text =
        random_mvs_world(random, {.loops = i % 2 == 0, .hidden = true});
    const MvsWorld world(text);
    table += "name: random" + std::to_string(i) + "\n" + text;
    const std::string to = words(random_modules(random, text));
    for (const std::string& key :
         {std::string("build A"), std::string("upgrade* A"), "upgrade A " + to,
          "upgradereq A " + to, std::string("req A"), std::string("req A C E"),
          "downgrade A " + to}) {
      const std::string answer = world.answer(key);
      // Go writes a base path that the build list lacks without a version.
      if (key == "req A C E" && (answer.find('C') == std::string::npos ||
                                 answer.find('E') == std::string::npos))
        continue;
      table += key + ": " + answer + "\n";
      ++checks;
    }
  }
  return table;
}

TEST_CASE("the go command's own code gives our answers on random worlds") {
  const std::optional<std::string> root = go_root();
  if (!root) return skip("go mvs code", "no Go distribution found");
  const std::string folder = "cmd/go/internal/mvs/";
  if (!std::filesystem::exists(*root + "/src/" + folder))
    return skip("go mvs code", "the Go distribution has no sources");

  const GoModule module(*root);
  for (const std::string file : {"mvs.go", "graph.go", "errors.go"}) {
    std::string source = module.source(folder + file);
    source = replaced(source, "cmd/internal/par", "golang.org/x/mod/par");
    source =
        replaced(source, "cmd/go/internal/gover", "golang.org/x/mod/gover");
    module.write("mvs/" + file, source);
  }
  for (const std::string file : {"work.go", "queue.go"})
    module.write("par/" + file, module.source("cmd/internal/par/" + file));
  module.write("gover/gover.go",
               "package gover\n\nimport \"golang.org/x/mod/module\"\n\n"
               "func ModSort(list []module.Version) { module.Sort(list) }\n");

  std::size_t checks = 0;
  std::string test = module.source(folder + "mvs_test.go");
  test = replaced(test, table_in(test), "\n" + our_table(1'000, checks));
  module.write("mvs/mvs_test.go", test);
  const ProcessResult go = module.go({"test", "./mvs"});
  INFO(go.out);
  INFO(go.err);
  CHECK(go.exit_code == 0);
  report("go mvs code", checks, "answers compared");
}

}  // namespace
}  // namespace modgraph::test
