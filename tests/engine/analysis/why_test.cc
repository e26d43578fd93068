#include "engine/analysis/why.h"

#include <set>

#include "engine/analysis/graph/chains.h"
#include "engine/model/selected_graph.h"
#include "tests/support/graph_text.h"
#include "tests/support/random_graph.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

std::string names(const ModuleGraph& graph, const std::vector<NodeId>& nodes) {
  std::string out;
  for (const NodeId n : nodes)
    out += (out.empty() ? "" : " ") + short_name(graph, n);
  return out;
}

// "A B1 C2 | by B1 D1 | then C1 by E1 | -B1: C2, -D1: C2 | 3 paths"
std::string why_is(const std::string& text, const std::string& word) {
  const ModuleGraph graph = module_graph(text);
  const ModuleVersion m = module_version(word);
  const auto node = m.version.empty() ? graph.selected(*graph.find(m.path))
                                      : *graph.find(m.path, m.version);
  const Why w = why(graph, selected_graph(graph), node);
  std::string out =
      names(graph, w.chain) + " | by " + names(graph, w.requirers);
  if (w.runner_up)
    out += " | then " + short_name(graph, *w.runner_up) + " by " +
           names(graph, w.runner_up_requirers);
  for (std::size_t i = 0; i < w.without.size(); ++i) {
    const WithoutDecider& x = w.without[i];
    out += (i == 0 ? " | -" : ", -") + short_name(graph, x.decider) + ": " +
           (x.selected ? short_name(graph, *x.selected) : "nothing") +
           (x.is_bound ? "?" : "");
  }
  return out + " | " + w.path_count;
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

TEST_CASE("a version that is not selected") {
  CHECK(why_is("A: B1 C1 | B1: D2 | C1: D1", "D1") == "A C1 D1 | by C1 | 2");
}

TEST_CASE("a main module is here because it is the main module") {
  CHECK(why_is("A: B1 | B1: A1", "A") == "A | by  | then A1 by B1 | 1");
}

TEST_CASE("several main modules") {
  CHECK(why_is("A: C1 | B: C1", "C") == "A C1 | by A B | -A: C1, -B: C1 | 2");
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
    const ModuleGraph graph = random_module_graph(random, 14);
    const auto selected = selected_graph(graph);
    // A version that is recorded but led to by nothing has no answer.
    const ShortestChains chains(graph);
    for (const ModuleId m : graph.modules()) {
      const NodeId version = graph.selected(m);
      if (!chains.reaches(version)) continue;
      for (const WithoutDecider& w : why(graph, selected, version).without) {
        CHECK(w.selected == selected_without(graph, w.decider, version));
        if (w.selected != version) ++lowered;
      }
    }
  }
  CHECK(lowered > 100);
}

}  // namespace
}  // namespace modgraph::test
