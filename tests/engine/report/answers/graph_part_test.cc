#include "engine/report/answers/graph_part.h"

#include "exporters/document/document_csv.h"
#include "exporters/document/document_json.h"
#include "exporters/go_output/requirement_lines.h"
#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

struct Whole {
  explicit Whole(std::string_view text)
      : graph(test::module_graph(text)),
        part{{graph.nodes().begin(), graph.nodes().end()},
             graph.requirements()} {}
  ModuleGraph graph;
  GraphPart part;
};

TEST_CASE("a part is written line by line") {
  const Whole whole("A: B1 C2 | B1: C2");
  CHECK(test::written([&](Sink& out) {
          write_requirement_lines(whole.graph, whole.part, out);
        }) == "A B@v1.0.0\nA C@v2.0.0\nB@v1.0.0 C@v2.0.0\n");
}

TEST_CASE("a part as a document has vertices and requirements") {
  const Whole whole("A: B1 B2");
  const Document document = graph_document(whole.graph, whole.part);
  CHECK(test::misfit(document) == "");
  CHECK(test::written([&](Sink& out) { write_document_json(document, out); }) ==
        R"({
"schema_version": 2,
"document": "graph",
"vertices": [
  {"module": "A", "version": "", "is_selected": true, "main": true},
  {"module": "B", "version": "v1.0.0", "is_selected": false, "main": false},
  {"module": "B", "version": "v2.0.0", "is_selected": true, "main": false}
],
"requirements": [
  {"from": "A", "to": "B@v1.0.0"},
  {"from": "A", "to": "B@v2.0.0"}
]
}
)");
  CHECK(test::written([&](Sink& out) { write_document_csv(document, out); }) ==
        "from,to\r\nA,B@v1.0.0\r\nA,B@v2.0.0\r\n");
}

TEST_CASE("a graph without requirements is a document too") {
  const Whole whole("A: ");
  CHECK(test::misfit(graph_document(whole.graph, whole.part)) == "");
}

}  // namespace
}  // namespace modgraph
