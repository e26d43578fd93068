#include "engine/analysis/ways.h"

#include "tests/support/graph_text.h"
#include "tests/support/random_graph.h"
#include "tests/support/reference/ways.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

std::string in_words(const ModuleGraph& graph,
                     const std::vector<std::vector<NodeId>>& chains) {
  std::string out;
  for (const std::vector<NodeId>& chain : chains) {
    out += out.empty() ? "" : " | ";
    for (std::size_t i = 0; i < chain.size(); ++i)
      out += (i == 0 ? "" : " ") + short_name(graph, chain[i]);
  }
  return out;
}

// "A B1 D1 | A C1 D1", behind "indirect: " or "unselected: " where they are.
std::string ways_to(std::string_view graph, std::string_view manifest_text,
                    std::string_view word) {
  Project project;
  project.graph = module_graph(graph);
  if (!manifest_text.empty())
    project.manifests.push_back(manifest(manifest_text));
  const ModuleVersion m = module_version(word);
  const ModuleWays found =
      ways(project, m.version.empty()
                        ? project.graph.selected(*project.graph.find(m.path))
                        : *project.graph.find(m.path, m.version));
  CHECK((found.chains.empty() || found.from_indirect.empty()));
  return (found.are_unselected ? "unselected: " : "") +
         std::string(found.from_indirect.empty() ? "" : "indirect: ") +
         in_words(project.graph, found.chains) +
         in_words(project.graph, found.from_indirect);
}

TEST_CASE("each direct dependency leads there on its shortest chain") {
  constexpr std::string_view kGraph =
      "A: B1 C1 E1 F1 | B1: E1 | E1: D1 | C1: D1 | F1: B1";
  CHECK(ways_to(kGraph, "A: B1 C1 F1 | indirect: E1", "D") ==
        "A C1 D1 | A B1 E1 D1 | A F1 B1 E1 D1");
  // Without a go.mod every requirement is taken for a direct one.
  CHECK(ways_to(kGraph, "", "D") ==
        "A C1 D1 | A E1 D1 | A B1 E1 D1 | A F1 B1 E1 D1");
}

TEST_CASE("a direct line is a way by itself, an own indirect line is none") {
  CHECK(ways_to("A: B1 D1 | B1: D1", "A: B1 D1", "D") == "A D1 | A B1 D1");
  CHECK(ways_to("A: B1 D1 | B1: D1", "A: B1 | indirect: D1", "D") == "A B1 D1");
  CHECK(ways_to("A: B1 D1", "A: B1 | indirect: D1", "D").empty());
}

TEST_CASE("an own line that is lower than the version is none either") {
  CHECK(ways_to("A: B1 D2 | B1: D2", "A: B1 D1", "D") == "A B1 D2");
  CHECK(ways_to("A: B1 D2 | B1: D2", "A: B1 D2", "D") == "A D2 | A B1 D2");
  // It is one for what the module requires.
  CHECK(ways_to("A: B1 D2 | B1: D2 | D2: E1", "A: B1 D1", "E") ==
        "A D2 E1 | A B1 D2 E1");
  // Of two main modules, that whose line is not.
  CHECK(ways_to("A: D2 | B: D2", "A: D1", "D") == "B D2");
}

TEST_CASE("chains are made of selected versions") {
  CHECK(ways_to("A: B1 C1 | B1: D1 | C1: D2 | D1: E1 | D2: E1", "A: B1 C1",
                "E") == "A B1 D2 E1 | A C1 D2 E1");
}

TEST_CASE("only versions that are not selected lead there") {
  CHECK(ways_to("A: B1 C1 | B1: D2 | C1: D1 | D1: E1 | D2: F1", "A: B1 C1",
                "E") == "unselected: A C1 D1 E1");
}

TEST_CASE("where no direct dependency leads there, another indirect line may") {
  CHECK(ways_to("A: B1 C1 D1 | C1: D1", "A: B1 | indirect: C1 D1", "D") ==
        "indirect: A C1 D1");
  CHECK(ways_to("A: B2 C1 | C1: B1 | B1: D1 | B2: F1", "A: B2 | indirect: C1",
                "D") == "unselected: indirect: A C1 B1 D1");
}

TEST_CASE("to a version that is not selected") {
  CHECK(ways_to("A: B1 C1 | B1: D2 | C1: D1", "A: B1 C1", "D1") == "A C1 D1");
}

TEST_CASE("ways from several main modules") {
  constexpr std::string_view kGraph = "A: C1 B | B: C1 D1 | C1: E1 | D1: E1";
  CHECK(ways_to(kGraph, "", "E") == "A C1 E1 | B D1 E1");
  CHECK(ways_to(kGraph, "", "A").empty());
}

TEST_CASE("ways agree with trying every chain") {
  Random random(30112026);
  std::size_t found = 0;
  std::size_t unselected = 0;
  for (int i = 0; i < 3000; ++i) {
    Project project;
    project.graph = random_module_graph(random, 12);
    project.manifests = reference::random_own_lines(random, project.graph);
    for (const NodeId n : project.graph.nodes()) {
      const ModuleWays fast = ways(project, n);
      const ModuleWays slow = reference::ways(project, n);
      CHECK(fast.chains == slow.chains);
      CHECK(fast.from_indirect == slow.from_indirect);
      CHECK(fast.are_unselected == slow.are_unselected);
      found += fast.chains.size();
      if (fast.are_unselected) ++unselected;
    }
  }
  CHECK(found > 1000);
  CHECK(unselected > 20);
}

}  // namespace
}  // namespace modgraph::test
