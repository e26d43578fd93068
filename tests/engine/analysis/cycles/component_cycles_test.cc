#include "engine/analysis/cycles/cycle_enumeration.h"

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string names_on_cycle(const ModuleGraph& graph,
                           const std::vector<NodeId>& nodes) {
  std::string out;
  for (NodeId n : nodes)
    out += (out.empty() ? "" : ">") + test::short_name(graph, n);
  return out;
}

// "version: B1>C1>B1 | path: ...": the cycles of every cycle.
std::string cycles_by_component(std::string_view text,
                                const CycleLimits& limits = {}) {
  const ModuleGraph graph = test::module_graph(text);
  const std::vector<CyclicComponent> cycles = find_cyclic_components(graph);
  const std::vector<ComponentCycles> found =
      cycles_of_components(graph, cycles, limits);
  std::string out;
  for (std::size_t i = 0; i < cycles.size(); ++i) {
    out += out.empty() ? "" : " | ";
    out += std::string(cycle_class_name(cycles[i].cycle_class)) + ":";
    for (const auto& cycle : found[i].cycles)
      out += " " + names_on_cycle(graph, cycle);
    if (found[i].truncated) out += " ...";
  }
  return out;
}

// "B2>C1 C1>B1": what closes the shortest cycle of the only cycle.
std::string closed_by(std::string_view text) {
  const ModuleGraph graph = test::module_graph(text);
  const CyclicComponent cycle = find_cyclic_components(graph).at(0);
  std::string out;
  for (const Edge<NodeId>& e :
       closing_requirements(graph, cycle.cycle_class, cycle.shortest_cycle))
    out += (out.empty() ? "" : " ") + test::short_name(graph, e.from) + ">" +
           test::short_name(graph, e.to);
  return out;
}

TEST_CASE("cycles of each class in its own vertices") {
  CHECK(cycles_by_component("A: B1 | B1: C1 D1 | C1: B1 | D1: B1 C1") ==
        "version: B1>C1>B1 B1>D1>B1 B1>D1>C1>B1");
  CHECK(cycles_by_component("A: B2 | B2: C2 | C2: B1") == "selected: B2>C2>B2");
  CHECK(cycles_by_component("A: B2 C1 | B2: C1 | C1: B1 | B1: C1") ==
        "version: B1>C1>B1 | selected: B2>C1>B2");
  CHECK(cycles_by_component("A: B2 | B2: B2") == "version: B2>B2");
}

TEST_CASE("each cycle has the limit to itself") {
  const std::string text =
      "A: B1 E1 | B1: C1 D1 | C1: B1 | D1: B1 | E1: F1 | F1: E1";
  CHECK(
      cycles_by_component(text, {.max_cycles = 1}).starts_with("version: B1>"));
  CHECK(cycles_by_component(text, {.max_cycles = 1})
            .find(" ... | version: E1>F1>E1") != std::string::npos);
}

TEST_CASE("the requirements that close a cycle are of exact versions") {
  CHECK(closed_by("A: B1 | B1: C1 | C1: B1") == "B1>C1 C1>B1");
  CHECK(closed_by("A: B2 | B2: C2 | C2: B1") == "B2>C2 C2>B1");
  // Only an old version of B leads to C, and it asks for two.
  CHECK(closed_by("A: B3 C3 | B2: C1 C2 | B1: C1 | C2: B0.5 B1") ==
        "B2>C2 C2>B1");
}

}  // namespace
}  // namespace modgraph
