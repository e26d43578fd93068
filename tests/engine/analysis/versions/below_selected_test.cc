#include "engine/analysis/versions/below_selected.h"

#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "A line 2: C1 to C2 by B1, A B1 C2": the main module, the line of its go.mod,
// what it asks for and what the build has, who decided, and the chain.
std::string raised(std::string_view graph_text,
                   std::initializer_list<std::string_view> manifest_texts) {
  const ModuleGraph graph = test::module_graph(graph_text);
  std::vector<Manifest> manifests;
  for (std::string_view text : manifest_texts)
    manifests.push_back(test::manifest(text));
  std::string out;
  for (const LineBelowSelected& r : lines_below_selected(graph, manifests)) {
    CHECK(manifests[r.manifest].module->path == graph.path(r.main));
    out += (out.empty() ? "" : " | ") + test::short_name(graph, r.main) +
           " line " + std::to_string(r.requirement.where.line) + ": " +
           r.requirement.module.path + " " + r.requirement.module.version +
           " to " + test::short_name(graph, r.selected) + " by " +
           test::short_names(graph, r.selected_by) + ", " +
           test::short_names(graph, r.chain);
  }
  return out;
}

TEST_CASE("a direct requirement that another module raises") {
  CHECK(raised("A: B1 C1 | B1: C2", {"A: B1 C1"}) ==
        "A line 3: C v1.0.0 to C2 by B1, A B1 C2");
  CHECK(raised("A: B1 C1 | B1: D1 | D1: C2", {"A: C1 B1"}) ==
        "A line 2: C v1.0.0 to C2 by D1, A B1 D1 C2");
}

TEST_CASE("a requirement that the build has as written is not raised") {
  CHECK(raised("A: B1 C2 | B1: C1", {"A: B1 C2"}).empty());
  CHECK(raised("A: B1 C2 | B1: C2", {"A: B1 C2"}).empty());
}

TEST_CASE("all who ask for the selected version decide, but the main module") {
  CHECK(raised("A: B1 C1 D1 E1 | B1: C2 | D1: C2 | E1: C1.5",
               {"A: B1 C1 D1 E1"}) ==
        "A line 3: C v1.0.0 to C2 by B1 D1, A B1 C2");
}

TEST_CASE("a repaired graph: the main module's own row is no proof") {
  CHECK(raised("A: B1 C2 | B1: D1 | D1: C2", {"A: B1 C1"}) ==
        "A line 3: C v1.0.0 to C2 by D1, A B1 D1 C2");
  // Only what C itself leads to asks for it again: no chain proves it.
  CHECK(raised("A: C2 | C2: D1 | D1: C2", {"A: C1"}) ==
        "A line 2: C v1.0.0 to C2 by D1, ");
}

TEST_CASE("indirect lines are raised all the time") {
  CHECK(raised("A: B1 C1 | B1: C2", {"A: B1 | indirect: C1"}).empty());
}

TEST_CASE("an excluded version is another matter") {
  CHECK(raised("A: B1 | B1: C2", {"A: B1 C1 | exclude: C1"}).empty());
  CHECK(raised("A: B1 C1 | B1: C2", {"A: B1 C1 | exclude: C1.5"}) ==
        "A line 3: C v1.0.0 to C2 by B1, A B1 C2");
}

TEST_CASE("a module that the graph has not, or lower, is not raised") {
  CHECK(raised("A: B1", {"A: B1 C1"}).empty());
  CHECK(raised("A: B1 C1", {"A: B1 C2"}).empty());
}

TEST_CASE("a query says nothing by itself") {
  CHECK(raised("A: B1 C1 | B1: C2", {"A: B1 C@v1"}).empty());
  CHECK(raised("A: B1 C1 | B1: C2", {"A: B1 C@master"}).empty());
}

TEST_CASE("a lower duplicate of another line is not raised by others") {
  CHECK(raised("A: B1 C2 | B1: C2", {"A: B1 C1 C2"}).empty());
  CHECK(raised("A: B1 C2 | B1: C2", {"A: B1 C1 | indirect: C2"}).empty());
}

TEST_CASE("each main module of a workspace has its own lines") {
  CHECK(raised("A: C1 | M: B1 C1.5 | B1: C2", {"M: B1 C1.5", "A: C1"}) ==
        "M line 3: C v1.5.0 to C2 by B1, M B1 C2 | "
        "A line 2: C v1.0.0 to C2 by B1, M B1 C2");
  // Another main module may be who decides.
  CHECK(raised("A: C1 | M: C2", {"A: C1", "M: C2"}) ==
        "A line 2: C v1.0.0 to C2 by M, M C2");
}

TEST_CASE("a module of the workspace is taken from there") {
  CHECK(raised("A: M1 | M: C1", {"A: M1"}).empty());
}

TEST_CASE("a go.mod of no main module of the graph says nothing") {
  CHECK(raised("A: B1 C1 | B1: C2", {"X: C1"}).empty());
  const std::vector<Manifest> nameless(1);
  CHECK(lines_below_selected(test::module_graph("A: B1"), nameless).empty());
}

}  // namespace
}  // namespace modgraph
