#include "engine/analysis/graph/critical_path.h"

#include "engine/model/selected_graph.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "4: A {B C} D | A0 B0 C0 D0 E1": length, path, and the slack of each module
// ("-": unreached). `weights` by module in path order; empty: one each.
std::string critical(std::string_view text,
                     std::vector<std::uint64_t> weights = {}) {
  const ModuleGraph graph = test::module_graph(text);
  const auto selected = selected_graph(graph);
  std::vector<ModuleId> mains;
  for (NodeId main : graph.mains()) mains.push_back(graph.module_of(main));
  if (weights.empty()) weights.assign(graph.module_count(), 1);
  const CriticalPath found = critical_path(
      selected, strongly_connected_components(selected), mains, weights);
  std::string out = std::to_string(found.length) + ":";
  for (const auto component : found.path) {
    out += component.size() > 1 ? " {" : " ";
    for (ModuleId m : component)
      out += (m == component.front() ? "" : " ") + std::string(graph.path(m));
    if (component.size() > 1) out += "}";
  }
  out += " |";
  for (ModuleId m : graph.modules()) {
    const std::uint64_t slack = found.slack[index(m)];
    out += " " + std::string(graph.path(m)) +
           (slack == CriticalPath::kUnreached ? "-" : std::to_string(slack));
  }
  return out;
}

TEST_CASE("the longest chain, and how much shorter the others are") {
  CHECK(critical("A: B1 D1 | B1: C1") == "3: A B C | A0 B0 C0 D1");
  CHECK(critical("A: B1 C1 D1 | B1: C1 | C1: D1") ==
        "4: A B C D | A0 B0 C0 D0");
}

TEST_CASE("a component weighs all its members") {
  CHECK(critical("A: B1 E1 | B1: C1 | C1: B1 D1 | E1: F1 | F1: G1") ==
        "4: A {B C} D | A0 B0 C0 D0 E0 F0 G0");
}

TEST_CASE("a main module can be in a component") {
  CHECK(critical("A: B1 | B1: A0.1 C1") == "3: {A B} C | A0 B0 C0");
  CHECK(critical("A: B1 | B: A1 | A1: C1") == "2: {A B} | A0 B0 C-");
}

TEST_CASE("ties go to the bytewise smallest next component") {
  CHECK(critical("A: C1 B1 | C1: D1 | B1: D1") == "3: A B D | A0 B0 C0 D0");
  // By the smallest member: {B Z} before C.
  CHECK(critical("A: C1 Z1 | Z1: B1 | B1: Z1 | C1: D1") ==
        "3: A {B Z} | A0 B0 C0 D0 Z0");
}

TEST_CASE("the heaviest main module begins, the smallest of equal ones") {
  CHECK(critical("A: D1 | B: C1 | C1: D1") == "3: B C D | A1 B0 C0 D0");
  CHECK(critical("B: C1 | A: C1") == "2: A C | A0 B0 C0");
}

TEST_CASE("what only an unselected version brings has no slack") {
  CHECK(critical("A: B1 C1 | B1: D1 | C1: B2 | D1: E1") ==
        "3: A C B | A0 B0 C0 D- E-");
}

TEST_CASE("weights decide, and the walk ends where nothing adds weight") {
  CHECK(critical("A: B1 C1 | B1: D1", {1, 2, 9, 3}) == "10: A C | A0 B4 C0 D4");
  CHECK(critical("A: B1 | B1: C1", {1, 1, 0}) == "2: A B | A0 B0 C0");
  CHECK(critical("A: B1 | B1: C1", {0, 0, 0}) == "0: A | A0 B0 C0");
}

TEST_CASE("a main module alone, and no main module at all") {
  CHECK(critical("A:") == "1: A | A0");
  CHECK(critical("A: go1.22") == "1: A | A0 go-");
  CHECK(critical("A1: B1") == "0: | A- B-");
}

}  // namespace
}  // namespace modgraph
