#include "engine/analysis/cycles/cycles.h"

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "selected {A B}: A B A, without B1>A0.1": class, members, shortest cycle,
// feedback arc sets. A path stands for a module in the weaker classes. "?"
// behind a cycle that need not be the shortest, or a feedback arc sets that
// need not be the smallest.
std::string describe(const ModuleGraph& graph, const CyclicComponent& cycle) {
  const auto name = [&](NodeId n) {
    return cycle.cycle_class == CycleClass::kVersion
               ? test::short_name(graph, n)
               : std::string(graph.path(n));
  };
  std::string out(cycle_class_name(cycle.cycle_class));
  for (NodeId n : cycle.members)
    out += (n == cycle.members.front() ? " {" : " ") + name(n);
  out += "}:";
  for (NodeId n : cycle.shortest_cycle) out += " " + name(n);
  out += cycle.shortest_is_exact ? ", without" : "?, without";
  for (const Edge<NodeId>& e : cycle.feedback_arcs)
    out += " " + test::short_name(graph, e.from) + ">" +
           test::short_name(graph, e.to);
  return out + (cycle.feedback_is_minimum ? "" : "?");
}

std::string cycles(std::string_view text, const CycleOptions& options = {}) {
  const ModuleGraph graph = test::module_graph(text);
  std::string out;
  for (const CyclicComponent& cycle : find_cyclic_components(graph, options))
    out += (out.empty() ? "" : " | ") + describe(graph, cycle);
  return out;
}

TEST_CASE("exact versions that require each other") {
  CHECK(cycles("A: B1 | B1: C1 | C1: B1") ==
        "version {B1 C1}: B1 C1 B1, without C1>B1");
  CHECK(cycles("A: B1 | B1: C1 | C1: D1 | D1: B1 C1") ==
        "version {B1 C1 D1}: C1 D1 C1, without C1>D1");
}

TEST_CASE("a version that requires itself is a version cycle") {
  CHECK(cycles("A: B1 | B1: B1") == "version {B1}: B1 B1, without B1>B1");
  CHECK(cycles("A: B1 | B1: B1 C1 | C1: B1") ==
        "version {B1 C1}: B1 B1, without B1>B1 C1>B1");
}

TEST_CASE("a version that requires another of its module is no cycle") {
  CHECK(cycles("A: B2 | B2: B1").empty());
}

TEST_CASE("two versions of one module in a version cycle") {
  CHECK(cycles("A: B2 | B2: B1 | B1: B2") ==
        "version {B1 B2}: B1 B2 B1, without B2>B1");
}

TEST_CASE("selected modules that require each other, by any version") {
  CHECK(cycles("A: B2 C2 | B2: C1 | C2: B1") ==
        "selected {B C}: B C B, without C2>B1");
  CHECK(cycles("A: B1 | B1: A0.1") == "selected {A B}: A B A, without B1>A0.1");
}

TEST_CASE("a selected cycle that a version cycle tells is left out") {
  CHECK(cycles("A: B1 C1 | B1: C1 | C1: B1") ==
        "version {B1 C1}: B1 C1 B1, without C1>B1");
}

TEST_CASE("a version cycle of old versions does not tell the selected one") {
  CHECK(cycles("A: B2 C2 B1 | B1: C1 | C1: B1 | B2: C2 | C2: B1") ==
        "version {B1 C1}: B1 C1 B1, without C1>B1 | "
        "selected {B C}: B C B, without C2>B1");
}

TEST_CASE("a version cycle tells no more modules than it has") {
  CHECK(cycles("A: B1 C1 D2 | B1: C1 D1 | C1: B1 | D2: B0.1") ==
        "version {B1 C1}: B1 C1 B1, without C1>B1 | "
        "selected {B C D}: B C B, without C1>B1 D2>B0.1");
}

TEST_CASE("cycles across versions, told once") {
  CHECK(cycles("A: B2 C2 | B2: C1 | C1: B1 | C2: D1") ==
        "path {B C}: B C B, without C1>B1");
  // The selected graph has the same component: the path class adds nothing.
  CHECK(cycles("A: B2 C2 | B2: C1 | C2: B1 | C1: B1") ==
        "selected {B C}: B C B, without C2>B1");
  // With D it is a larger one.
  CHECK(cycles("A: B2 C2 D2 | B2: C1 | C2: B1 | C1: D1 | D1: B1") ==
        "selected {B C}: B C B, without C2>B1 | "
        "path {B C D}: B C B, without B2>C1");
}

TEST_CASE("a module requires another as often as its versions do") {
  // B -> C are two requirements, C -> B is one.
  CHECK(cycles("A: B2 C1 | B1: C1 | B2: C1 B1 | C1: B0.1") ==
        "selected {B C}: B C B, without C1>B0.1");
  CHECK(cycles("A: B2 B1 C2 | B1: C1 | B2: C1 | C1: B0.1 | C2: D1") ==
        "path {B C}: B C B, without C1>B0.1");
  // All requirements that an arc stands for go together.
  CHECK(cycles("A: B1 C2 | B1: C1 C0.1 | C1: B0.1 B0.2 B0.3 | C2: D1") ==
        "path {B C}: B C B, without B1>C0.1 B1>C1");
}

TEST_CASE("members stand by their printed names") {
  CHECK(cycles("A: B9 | B9: B10 | B10: C1 | C1: B9") ==
        "version {B10 B9 C1}: B10 C1 B9 B10, without B9>B10 | "
        "selected {B C}: B C B, without C1>B9");
}

TEST_CASE("cycles stand by class, then by first member") {
  CHECK(cycles("A: D1 B1 F2 | D1: E1 | E1: D1 | B1: C1 | C1: B1 | "
               "F2: A0.1") ==
        "version {B1 C1}: B1 C1 B1, without C1>B1 | "
        "version {D1 E1}: D1 E1 D1, without E1>D1 | "
        "selected {A F}: A F A, without F2>A0.1");
}

TEST_CASE("go and toolchain are never members") {
  CHECK(cycles("A: go1.22 | go1.22: toolchain1.22 | toolchain1.22: go1.22")
            .empty());
  CHECK(cycles("A: go1.22 | go1.22: go1.22").empty());
  // Text may say what no go command says.
  CHECK(cycles("A: B1 | B1: C1 go1.22 | C1: B1 | go1.22: B1") ==
        "version {B1 C1}: B1 C1 B1, without C1>B1");
  CHECK(cycles("A: B1 | B1: go1.22 | go1.22: B1").empty());
}

TEST_CASE("repeated requirements are one") {
  CHECK(cycles("A: B1 | B1: C1 C1 | C1: B1") ==
        "version {B1 C1}: B1 C1 B1, without C1>B1");
}

TEST_CASE("limits are stated in the answer") {
  CycleOptions no_work;
  no_work.exact_cycle_work = 0;
  CHECK(cycles("A: B1 | B1: C1 | C1: D1 | D1: C1 B1", no_work) ==
        "version {B1 C1 D1}: B1 C1 D1 B1?, without C1>D1");
  CycleOptions spent;
  spent.total_work = 0;
  CHECK(cycles("A: B1 | B1: C1 | C1: D1 | D1: C1 B1", spent) ==
        "version {B1 C1 D1}: B1 C1 D1 B1?, without C1>D1");
}

TEST_CASE("a graph without cycles") {
  CHECK(cycles("A: B1 C1 | B1: C1").empty());
  CHECK(cycles("A:").empty());
}

}  // namespace
}  // namespace modgraph
