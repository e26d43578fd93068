#include "engine/analysis/graph/path_count.h"

#include <functional>
#include <set>

#include "engine/analysis/graph/components.h"
#include "engine/model/selected_graph.h"
#include "tests/support/graph_text.h"
#include "tests/support/random_graph.h"
#include "tests/support/test.h"

namespace modgraph::test {
namespace {

std::string paths_to(const std::string& text, const std::string& module) {
  const ModuleGraph graph = module_graph(text);
  return count_paths(graph, selected_graph(graph),
                     *graph.find(module_version(module).path));
}

// A ladder of `rungs` diamonds: 2^rungs paths.
std::string ladder(int rungs) {
  std::string out;
  for (int i = 0; i < rungs; ++i) {
    const std::string n = std::to_string(i), next = std::to_string(i + 1);
    const std::string at = i == 0 ? "R" : "r" + n + "x1";
    out += at + ": s" + n + "x1 t" + n + "x1 | s" + n + "x1: r" + next +
           "x1 | t" + n + "x1: r" + next + "x1 | ";
  }
  return out;
}

TEST_CASE("paths are counted once for each way") {
  CHECK(paths_to("A: B1 C1 | B1: D1 | C1: D1", "D") == "2");
  CHECK(paths_to("A: B1 C1 D1 | B1: C1 | C1: D1", "D") == "3");
  CHECK(paths_to("A: B1 B1", "B") == "1");
  CHECK(paths_to("A: B1", "A") == "1");
}

TEST_CASE("a circle of modules is one place") {
  CHECK(paths_to("A: B1 C1 | B1: C1 | C1: B1 D1 | B1: D1", "D") == "1");
  CHECK(paths_to("A: B1 C1 | B1: C1 | C1: B1", "C") == "1");
}

TEST_CASE("what only an unselected version asks for is not led to") {
  CHECK(paths_to("A: B1 C1 | C1: B2 | B1: D1", "D") == "0");
}

TEST_CASE("numbers of any size are exact") {
  CHECK(paths_to(ladder(10), "r10x") == "1024");
  CHECK(paths_to(ladder(64), "r64x") == "18446744073709551616");
  CHECK(paths_to(ladder(100), "r100x") == "1267650600228229401496703205376");
}

// Walks every path. Components instead of modules, each of them once.
std::size_t paths_by_walking(const ModuleGraph& graph,
                             const Digraph<ModuleId>& selected,
                             ModuleId target) {
  const auto components = strongly_connected_components(selected);
  const auto of = [&](ModuleId m) { return components.of[index(m)]; };
  const std::function<std::size_t(std::uint32_t)> from = [&](std::uint32_t c) {
    if (c == of(target)) return std::size_t{1};
    std::set<std::uint32_t> next;
    for (const ModuleId m : components.at(c))
      for (const ModuleId d : selected.dependencies(m))
        if (of(d) != c) next.insert(of(d));
    std::size_t sum = 0;
    for (const std::uint32_t n : next) sum += from(n);
    return sum;
  };
  std::set<std::uint32_t> starts;
  for (const NodeId main : graph.mains())
    starts.insert(of(graph.module_of(main)));
  std::size_t sum = 0;
  for (const std::uint32_t c : starts) sum += from(c);
  return sum;
}

TEST_CASE("counting agrees with walking every path") {
  Random random(20261);
  for (int i = 0; i < 2000; ++i) {
    const ModuleGraph graph = random_module_graph(random, 12);
    const auto selected = selected_graph(graph);
    for (const ModuleId m : graph.modules())
      CHECK(count_paths(graph, selected, m) ==
            std::to_string(paths_by_walking(graph, selected, m)));
  }
}

}  // namespace
}  // namespace modgraph::test
