#include "engine/report/answers/cycles.h"

#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// The document, with the lines of A at hand and no others.
template <class Say>
std::string cycles(std::string_view graph, Say say, std::uint64_t most = 0) {
  Project project;
  project.graph = test::module_graph(graph);
  CyclesQuestion question;
  question.enumerate = most;
  question.find_line = [&](const Edge<NodeId>& e) {
    return project.graph.is_main(e.from)
               ? std::optional<Location>(Location{"go.mod", 4, 2, 0, {}, {}})
               : std::nullopt;
  };
  const Document document =
      cycles_document(project, analyse(project), question);
  CHECK(test::misfit(document) == "");
  return say(document);
}

TEST_CASE("without cycles a sentence says so") {
  CHECK(cycles("A: B1", test::text_of) == "no cycles\n");
  CHECK(cycles("A: B1", test::csv_of).starts_with("class,members,"));
}

TEST_CASE("a cycle comes with what closes it and what breaks it") {
  CHECK(cycles("A: B1 | B1: C1 | C1: B1", test::text_of) ==
        R"(version cycle: 2 exact versions require each other
  a shortest cycle
    B@v1.0.0
    -> C@v1.0.0
    -> B@v1.0.0
  closed by
    B@v1.0.0 requires C@v1.0.0
    C@v1.0.0 requires B@v1.0.0
  removing these requirements breaks every cycle
    C@v1.0.0 requires B@v1.0.0
)");
}

TEST_CASE("cycles of modules are named by path, their requirements exactly") {
  CHECK(cycles("A: B2 | B2: C1 | C1: B1", test::json_of) ==
        R"({
"schema_version": 2,
"document": "cycles",
"cycles": [
  {"class": "selected", "members": ["B", "C"], "shortest_cycle": ["B", "C", "B"], "shortest_is_exact": true, "closed_by": [{"from": "B@v2.0.0", "to": "C@v1.0.0", "location": null}, {"from": "C@v1.0.0", "to": "B@v1.0.0", "location": null}], "feedback_arc_set": [{"from": "C@v1.0.0", "to": "B@v1.0.0"}], "feedback_arc_set_is_minimum": true, "cycles": null, "truncated": false}
]
}
)");
}

TEST_CASE("cycles are listed when they are asked for") {
  const std::string text =
      cycles("A: B1 | B1: C1 D1 | C1: B1 | D1: B1", test::text_of, 10);
  CHECK(text.find("  all cycles in it: 2\n"
                  "    B@v1.0.0 -> C@v1.0.0 -> B@v1.0.0\n"
                  "    B@v1.0.0 -> D@v1.0.0 -> B@v1.0.0\n") !=
        std::string::npos);
  CHECK(cycles("A: B1 | B1: C1 D1 | C1: B1 | D1: B1", test::text_of, 1)
            .find("cycles in it (there are more): 1\n") != std::string::npos);
}

}  // namespace
}  // namespace modgraph
