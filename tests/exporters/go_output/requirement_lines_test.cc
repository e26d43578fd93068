// The lines of `go mod graph` and `go list -m all`. That they are the go
// command's is tested by tests/oracle.

#include "exporters/go_output/requirement_lines.h"

#include "exporters/go_output/module_list.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

std::string lines_of(std::string_view text) {
  const ModuleGraph graph = module_graph(text);
  Sink out;
  write_requirement_lines(graph, graph.mains(), out);
  return std::move(out).take_text();
}

TEST_CASE("requirements come breadth first from the main module") {
  CHECK(lines_of("A: B1 C2 | B1: D1 | C2: D2 | D1: C2") ==
        "A B@v1.0.0\nA C@v2.0.0\nB@v1.0.0 D@v1.0.0\nC@v2.0.0 D@v2.0.0\n"
        "D@v1.0.0 C@v2.0.0\n");
  CHECK(lines_of("A: B1 | B1: A") == "A B@v1.0.0\nB@v1.0.0 A\n");
}

TEST_CASE("a walk is written in its own order, repeats included") {
  const std::vector<ModuleVersion> modules = {{"A", ""}, {"B", "v1.0.0"}};
  RequirementWalk walk;
  walk.vertices = {&modules[0], &modules[1]};
  walk.targets = {1, 1, 0};
  walk.offsets = {0, 2, 3};
  Sink out;
  write_requirement_lines(walk, out);
  CHECK(std::move(out).take_text() == "A B@v1.0.0\nA B@v1.0.0\nB@v1.0.0 A\n");
}

TEST_CASE("a build list has a line for each module and its replacement") {
  std::vector<ModuleInfo> modules(3);
  modules[0].path = "example.com/shop";
  modules[1].path = "a.example/b";
  modules[1].version = "v1.2.0";
  modules[2].path = "c.example/d";
  modules[2].version = "v1.0.0";
  modules[2].replace = ModuleRecord{};
  modules[2].replace->path = "../forked";
  Sink out;
  write_module_list(modules, out);
  CHECK(std::move(out).take_text() ==
        "example.com/shop\na.example/b v1.2.0\nc.example/d v1.0.0 => "
        "../forked\n");
}

}  // namespace
}  // namespace modgraph::test
