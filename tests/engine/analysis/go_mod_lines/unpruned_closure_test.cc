#include "engine/analysis/go_mod_lines/unpruned_closure.h"

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "B1 brings D E; together D E", for a main module of go 1.22; the modules
// named are of go 1.13, the others of go 1.17.
std::string closure_names(std::string_view graph_text, std::string_view old,
                          std::optional<std::string> main = "1.22") {
  const ModuleGraph graph = test::module_graph(graph_text);
  std::vector<GoLine> go_lines(graph.node_count());
  for (NodeId n : graph.nodes())
    go_lines[index(n)] = graph.is_main(n) ? main
                         : old.find(graph.path(n)) != old.npos
                             ? std::optional<std::string>("1.13")
                             : std::optional<std::string>("1.17");
  const UnprunedClosures found = unpruned_closures(graph, go_lines);
  std::string out;
  for (const UnprunedClosure& c : found.roots) {
    out += test::short_name(graph, c.root) + " brings";
    for (ModuleId m : c.brings) out += " " + std::string(graph.path(m));
    out += "; ";
  }
  if (out.empty()) return out;
  out += "together";
  for (ModuleId m : found.together) out += " " + std::string(graph.path(m));
  return out;
}

TEST_CASE("an old root brings what lies beyond its own requirements") {
  CHECK(closure_names("A: B1 | B1: C1 | C1: D1 | D1: E1", "B") ==
        "B1 brings D E; together D E");
  CHECK(closure_names("A: B1 | B1: C1", "B") == "B1 brings; together");
}

TEST_CASE("a module that others name as well is not brought") {
  CHECK(closure_names("A: B1 D2 | B1: C1 | C1: D1", "B") ==
        "B1 brings; together");
  CHECK(closure_names("A: B1 F1 | B1: C1 | C1: D1 | F1: D1", "B") ==
        "B1 brings; together");
}

TEST_CASE("what several closures bring, none of them brings alone") {
  CHECK(closure_names("A: B1 F1 | B1: C1 | C1: D1 E1 | F1: G1 | G1: D1 H1",
                      "BF") == "B1 brings E; F1 brings H; together D E H");
  // Different versions of a module are the same module.
  CHECK(closure_names("A: B1 F1 | B1: C1 | C1: D1 | F1: G1 | G1: D2", "BF") ==
        "B1 brings; F1 brings; together D");
}

TEST_CASE("a closure that leads through another root") {
  CHECK(closure_names("A: B1 F1 | B1: F1 | F1: C1 | C1: D1", "BF") ==
        "B1 brings; F1 brings; together D");
}

TEST_CASE("only roots open a closure, and only in a pruned module") {
  CHECK(closure_names("A: B1 | B1: C1 | C1: D1", "C").empty());
  CHECK(closure_names("A: B1 | B1: C1 | C1: D1", "B", "1.16").empty());
  CHECK(closure_names("A: B1 | B1: C1 | C1: D1", "B", "").empty());
  CHECK(closure_names("A: B1 | B1: C1 | C1: D1", "B", std::nullopt).empty());
  CHECK(closure_names("A: B1 | M: B1 | B1: C1 | C1: D1", "B").empty());
}

}  // namespace
}  // namespace modgraph
