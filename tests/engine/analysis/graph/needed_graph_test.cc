#include "engine/analysis/graph/needed_graph.h"

#include <sstream>
#include <string>
#include <vector>

#include "engine/model/selected_graph.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "A-B B-C": the edges that stay. `indirect` are edges in the same words.
std::string needed(std::string_view text, std::string_view indirect) {
  const ModuleGraph graph = test::module_graph(text);
  std::vector<Edge<ModuleId>> listed;
  std::istringstream words{std::string(indirect)};
  for (std::string word; words >> word;)
    listed.push_back({graph.find(word.substr(0, 1)).value(),
                      graph.find(word.substr(2)).value()});
  const Digraph<ModuleId> found =
      needed_graph(selected_graph(graph), main_modules(graph), listed);
  std::string out;
  for (const ModuleId from : found.vertices())
    for (const ModuleId to : found.dependencies(from))
      out += (out.empty() ? "" : " ") + std::string(graph.path(from)) + "-" +
             std::string(graph.path(to));
  return out;
}

TEST_CASE("what is only listed leaves where others lead to it") {
  CHECK(needed("A: B1 C1 | B1: C1", "") == "A-B A-C B-C");
  CHECK(needed("A: B1 C1 | B1: C1", "A-C") == "A-B B-C");
}

TEST_CASE("what is only listed stays where nothing else leads to it") {
  CHECK(needed("A: B1 C1", "A-C") == "A-B A-C");
  // D is behind C, which only the list has.
  CHECK(needed("A: B1 C1 D1 | C1: D1", "A-C A-D") == "A-B A-C A-D C-D");
}

}  // namespace
}  // namespace modgraph
