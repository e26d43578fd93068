#include "engine/analysis/why.h"

#include <set>

#include "engine/analysis/graph/chains.h"
#include "tests/support/graph_text.h"
#include "tests/support/random_graph.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

// "D1", or the version alone where the graph does not have it.
std::string version_name(const ModuleGraph& graph, NodeId module,
                         const std::string& version) {
  const auto node = graph.find(graph.path(module), version);
  return node ? short_name(graph, *node) : version;
}

// "A B1 C2 | by B1 D1 | then C1 by E1 | -B1: C2, -D1: C2 | 3 ways"
std::string why_is(const std::string& text, const std::string& word) {
  Project project;
  project.graph = module_graph(text);
  const ModuleGraph& graph = project.graph;
  const ModuleVersion m = module_version(word);
  const auto node = m.version.empty() ? graph.selected(*graph.find(m.path))
                                      : *graph.find(m.path, m.version);
  const Why w = why(project, node);
  std::string out =
      short_names(graph, w.ways.chains.empty() ? std::vector<NodeId>{node}
                                               : w.ways.chains.front()) +
      " | by " + short_names(graph, w.requirers);
  if (w.runner_up)
    out += " | then " + short_name(graph, *w.runner_up) + " by " +
           short_names(graph, w.runner_up_requirers);
  for (std::size_t i = 0; i < w.without.size(); ++i) {
    const WithoutDecider& x = w.without[i];
    out += (i == 0 ? " | -" : ", -") + short_name(graph, x.decider) + ": " +
           (x.selected ? version_name(graph, node, *x.selected) : "nothing") +
           (x.is_bound ? "?" : "");
  }
  return out + " | " + std::to_string(w.ways.chains.size());
}

TEST_CASE("a chain, who decided, and what else was asked for") {
  CHECK(why_is("A: B1 C1 | B1: D2 | C1: D1 | D2: E1 | D1: E1", "D") ==
        "A B1 D2 | by B1 | then D1 by C1 | -B1: D1 | 2");
}

TEST_CASE("two deciders hold a version together") {
  CHECK(why_is("A: B1 C1 | B1: D2 | C1: D2", "D") ==
        "A B1 D2 | by B1 C1 | -B1: D2, -C1: D2 | 2");
}

TEST_CASE("without its only requirement a module leaves") {
  CHECK(why_is("A: B1 | B1: C1", "C") == "A B1 C1 | by B1 | -B1: nothing | 1");
}

TEST_CASE("a decider that only the version itself brings does not count") {
  CHECK(why_is("A: B2 | B2: C1 | C1: B2", "B") ==
        "A B2 | by A C1 | -A: nothing, -C1: B2 | 1");
  CHECK(why_is("A: B2 | B2: B2", "B") ==
        "A B2 | by A B2 | -A: nothing, -B2: B2 | 1");
}

TEST_CASE("what was not opened makes an answer a bound") {
  // D1 has no lines: it may require D2 again, for all that is known.
  CHECK(why_is("A: B1 C1 | B1: D2 | C1: D1", "D") ==
        "A B1 D2 | by B1 | then D1 by C1 | -B1: D1? | 2");
}

// The same for a module with a go.mod, "A: B1 | indirect: C1".
Why why_with(const Project& project, std::string_view path) {
  return why(project, project.graph.selected(*project.graph.find(path)));
}

TEST_CASE("a line that the go command raised has decided nothing") {
  Project project;
  project.graph = module_graph("A: B1 C11 | B1: C11");
  project.manifests.push_back(manifest("A: B1 C0.19"));
  const Why w = why_with(project, "C");
  CHECK(short_names(project.graph, w.requirers) == "A B1");
  CHECK(short_names(project.graph, w.decided_by) == "B1");
  REQUIRE(w.without.size() == 1);
  CHECK(w.without[0].selected == "v0.19.0");  // as go.mod says: not loaded
  REQUIRE(w.own.size() == 1);
  CHECK(w.own[0].is_below);
}

TEST_CASE("an own indirect line that repeats what others require") {
  Project project;
  project.graph = module_graph("A: B1 C2 | B1: C2 | C2: D1");
  project.manifests.push_back(manifest("A: B1 | indirect: C2"));
  const Why w = why_with(project, "C");
  CHECK(short_names(project.graph, w.decided_by) == "B1");
  CHECK(w.own_lines_repeat);
  REQUIRE(w.without.size() == 1);
  CHECK_FALSE(w.without[0].selected);
}

TEST_CASE("an own indirect line decides where nothing else does") {
  Project project;
  project.graph = module_graph("A: B1 C2 | B1: C1");
  project.manifests.push_back(manifest("A: B1 | indirect: C2"));
  const Why w = why_with(project, "C");
  CHECK(short_names(project.graph, w.decided_by) == "A");
  CHECK_FALSE(w.own_lines_repeat);
  CHECK(w.without[0].selected == "v1.0.0");
}

TEST_CASE("what pruned-out go.mod files require") {
  Project project;
  project.graph = module_graph("A: B1 C2 D2 | B1: C2");
  project.manifests.push_back(manifest("A: B1 | indirect: C2 D2"));
  const auto m = [&](std::string_view path) {
    return *project.graph.find(path);
  };
  project.deep_requirements = {{m("C"), m("D")}, {m("B"), m("D")}};
  project.deep_versions = {"v2.0.0", "v1.4.0"};
  const Why w = why_with(project, "D");
  CHECK(short_names(project.graph, w.requirers) == "A C2");
  CHECK(short_names(project.graph, w.decided_by) == "C2");
  REQUIRE(w.without.size() == 1);
  // B1 was loaded, and says nothing of D.
  CHECK_FALSE(w.without[0].selected);
  REQUIRE(w.ways.chains.size() == 1);
  CHECK(short_names(project.graph, w.ways.chains[0]) == "A B1 D2");
}

TEST_CASE("a version that is not selected") {
  CHECK(why_is("A: B1 C1 | B1: D2 | C1: D1", "D1") == "A C1 D1 | by C1 | 1");
}

TEST_CASE("a main module is here because it is the main module") {
  CHECK(why_is("A: B1 | B1: A1", "A") == "A | by  | then A1 by B1 | 0");
}

TEST_CASE("several main modules") {
  CHECK(why_is("A: C1 | B: C1", "C") == "A C1 | by A B | -A: C1, -B: C1 | 1");
}

// The definition, with a walk for each decider and nothing clever.
std::optional<NodeId> selected_without(const ModuleGraph& graph, NodeId decider,
                                       NodeId version) {
  std::set<NodeId> reached(graph.mains().begin(), graph.mains().end());
  for (bool again = true; again;) {
    again = false;
    for (const NodeId from : graph.nodes())
      for (const NodeId to : graph.requirements(from))
        if (reached.contains(from) && !(from == decider && to == version))
          again |= reached.insert(to).second;
  }
  std::optional<NodeId> out;
  for (const NodeId n : graph.versions(graph.module_of(version)))
    if (reached.contains(n)) out = n;
  return out;
}

TEST_CASE("removing a requirement agrees with doing just that") {
  Random random(20262);
  std::size_t lowered = 0;
  for (int i = 0; i < 2000; ++i) {
    Project project;
    project.graph = random_module_graph(random, 14);
    const ModuleGraph& graph = project.graph;
    // A version that is recorded but led to by nothing has no answer.
    const ShortestChains chains(graph);
    for (const ModuleId m : graph.modules()) {
      const NodeId version = graph.selected(m);
      if (!chains.reaches(version)) continue;
      for (const WithoutDecider& w : why(project, version).without) {
        const auto expected = selected_without(graph, w.decider, version);
        CHECK(w.selected.has_value() == expected.has_value());
        if (w.selected && expected)
          CHECK(*w.selected == graph.version(*expected));
        if (w.selected != graph.version(version)) ++lowered;
      }
    }
  }
  CHECK(lowered > 100);
}

}  // namespace
}  // namespace modgraph::test
