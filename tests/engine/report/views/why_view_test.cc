#include "engine/report/views/why_view.h"

#include <algorithm>

#include "tests/support/graph_text.h"
#include "tests/support/picture_words.h"
#include "tests/support/random_graph.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string why_words(std::string_view text, std::string_view module,
                      const ViewLimits& limits = {}) {
  Project project;
  project.graph = test::module_graph(text);
  const ModuleGraph& graph = project.graph;
  const auto m = graph.find(module);
  REQUIRE(m);
  return test::words_of(
      why_view(graph, why(project, graph.selected(*m)), limits));
}

TEST_CASE("a decider says what would be built without it") {
  CHECK(why_words("A: B1 C1 | B1: D1.2 | C1: D1.5", "D") ==
        "A B@1+ C@1+ D@1.2 ?D@1.5+ | A>B@1 A>C@1 B@1>D@1.2 B@1>D@1.5 "
        "C@1>D@1.5*(without it: at least v1.2.0)");
}

TEST_CASE("two deciders cannot be told apart by a label") {
  CHECK(why_words("A: B1 C1 | B1: D1.5 | C1: D1.5", "D") ==
        "A B@1+ C@1+ ?D@1.5+ | A>B@1 A>C@1 B@1>D@1.5* C@1>D@1.5*");
}

TEST_CASE("whoever asks is led to, through hidden versions without room") {
  const std::string text = "A: B1 | B1: C1 | C1: D1 | D1: E1 | E1: F1";
  CHECK(why_words(text, "F") ==
        "A B@1+ C@1+ D@1+ E@1+ ?F@1+ | A>B@1 B@1>C@1 C@1>D@1 D@1>E@1 "
        "E@1>F@1*(without it: not in the build)");
  CHECK(why_words(text, "F", {3, 6}) ==
        "A E@1+ ?F@1+ | A>E@1~ A>F@1~ E@1>F@1*(without it: not in the build)");
}

TEST_CASE("ways from other direct dependencies are drawn, the rest counted") {
  CHECK(why_words("A: B1 C1 | C1: B1 | B1: E1", "E") ==
        "A B@1+ C@1+ ?E@1+ | A>B@1 A>C@1 B@1>E@1*(without it: not in the "
        "build) C@1>B@1");
}

bool says_at_most(std::string_view text, std::string_view module) {
  Project project;
  project.graph = test::module_graph(text);
  const ModuleGraph& graph = project.graph;
  const NodeId selected = graph.selected(graph.find(module).value());
  const Picture picture = why_view(graph, why(project, selected));
  return std::ranges::any_of(picture.lines, &PictureLine::at_most);
}

TEST_CASE("ways of selected versions may require lower ones") {
  CHECK(says_at_most("A: B1 C1 | C1: B0.5 | B1: E1", "E"));
  CHECK_FALSE(says_at_most("A: B1 C1 | C1: B1 | B1: E1", "E"));
}

TEST_CASE("a main module is its own reason") {
  CHECK(why_words("A: B1", "A") == "?A |");
}

TEST_CASE("limits hold for every version of random graphs") {
  test::Random random(61);
  std::size_t views = 0;
  for (int i = 0; i < 300; ++i) {
    Project project;
    project.graph = test::random_module_graph(random, 40);
    const ModuleGraph& graph = project.graph;
    for (const NodeId n : graph.nodes())
      for (const ViewLimits& limits :
           {ViewLimits{60, 120}, ViewLimits{5, 7}, ViewLimits{1, 1}}) {
        const Picture p = why_view(graph, why(project, n), limits);
        CHECK(p.boxes.size() <= limits.max_boxes);
        CHECK(p.lines.size() <= limits.max_lines);
        CHECK(std::any_of(p.boxes.begin(), p.boxes.end(),
                          [](const auto& b) { return b.in_question; }));
        for (const PictureLine& l : p.lines) CHECK(l.from != l.to);
        ++views;
      }
  }
  CHECK(views > 1000);
}

}  // namespace
}  // namespace modgraph
