#include "engine/findings/rule_page.h"

#include <sstream>

#include "tests/support/environment.h"
#include "tests/support/golden.h"
#include "tests/support/process.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::size_t longest_line(const std::string& text) {
  std::size_t longest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    longest = std::max(longest, line.size());
  return longest;
}

// Generated: MODGRAPH_UPDATE_GOLDEN=1 writes the pages anew.
TEST_CASE("every rule has its page in docs/rules") {
  for (const Rule& rule : rules()) {
    CAPTURE(rule.code);
    const std::string page = rule_page(rule);
    const std::string file = "../docs/rules/" + std::string(rule.code) + ".md";
    CHECK(test::golden(file, page) == page);
  }
  CHECK(test::golden("../docs/rules/README.md", rule_index()) == rule_index());
}

TEST_CASE("no page is left of a rule that is no more") {
  std::size_t pages = 0;
  for (const std::string& file : test::test_files("../docs/rules"))
    pages += file.starts_with("MG") ? 1u : 0u;
  CHECK(pages == rules().size());
}

TEST_CASE("a rule explains itself: meaning, example, what to do") {
  for (const Rule& rule : rules()) {
    CAPTURE(rule.code);
    CHECK(rule.explanation.size() > 80);
    CHECK_FALSE(rule.example.empty());
    CHECK_FALSE(rule.fix.empty());
    for (const std::string_view text :
         {rule.explanation, rule.example, rule.fix})
      CHECK((text.empty() || text.back() != '\n'));
    CHECK(longest_line(rule_text(rule)) <= 80);
  }
}

}  // namespace
}  // namespace modgraph
