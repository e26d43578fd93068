#include "engine/analysis/versions/listed_updates.h"

#include <memory>
#include <sstream>

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// Rows in words: "B1 retracted deprecated update=B2 replaced", parts by '|'.
std::vector<ModuleInfo> listed_modules(std::string_view text) {
  std::vector<ModuleInfo> out;
  std::istringstream rows{std::string(text)};
  for (std::string row; std::getline(rows, row, '|');) {
    std::istringstream words(row);
    std::string word;
    words >> word;
    const ModuleVersion module = test::module_version(word);
    ModuleInfo& facts = out.emplace_back();
    facts.path = module.path;
    facts.version = module.version;
    facts.main = module.version.empty();
    while (words >> word) {
      if (word == "retracted") facts.retracted.emplace_back("a reason");
      if (word == "deprecated") facts.deprecated = "use another";
      if (word == "replaced") facts.replace = std::make_unique<ModuleRecord>();
      if (word.starts_with("update=")) {
        facts.update = std::make_unique<ModuleRecord>();
        facts.update->version = test::module_version(word.substr(7)).version;
      }
    }
  }
  return out;
}

// "retracted B1, outdated B1 C1".
std::string updates(std::string_view graph_text, std::string_view listed) {
  const ModuleGraph graph = test::module_graph(graph_text);
  const std::vector<ModuleInfo> facts = listed_modules(listed);
  const ListedUpdates found = listed_updates(graph, facts);
  std::string out;
  const auto add = [&](const char* what, const std::vector<ListedFact>& rows) {
    if (rows.empty()) return;
    out += (out.empty() ? "" : ", ") + std::string(what);
    for (const ListedFact& f : rows) {
      CHECK(facts[f.row].path == graph.path(f.node));
      out += " " + test::short_name(graph, f.node);
    }
  };
  add("retracted", found.retracted);
  add("deprecated", found.deprecated);
  add("outdated", found.outdated);
  CHECK(found.empty() == out.empty());
  return out;
}

TEST_CASE("what the list says against the build") {
  CHECK(updates("A: B1 C1 D1",
                "A | B1 retracted update=B2 | C1 deprecated | D1 update=D3") ==
        "retracted B1, deprecated C1, outdated B1 D1");
}

TEST_CASE("rows of other versions and other modules say nothing") {
  CHECK(updates("A: B1 C1 | C1: B2", "B1 retracted deprecated update=B3")
            .empty());
  CHECK(updates("A: B1", "C1 retracted").empty());
  CHECK(updates("A: B1", "A deprecated | B1").empty());
}

TEST_CASE("of a replaced module only its deprecation counts") {
  CHECK(updates("A: B1", "B1 retracted deprecated update=B2 replaced") ==
        "deprecated B1");
}

TEST_CASE("ascending by path, the first row of a module") {
  CHECK(updates("A: B1 C1",
                "C1 deprecated | B1 update=B2 | B1 retracted | C1 retracted") ==
        "deprecated C1, outdated B1");
}

}  // namespace
}  // namespace modgraph
