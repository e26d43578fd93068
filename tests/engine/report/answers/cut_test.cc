#include "engine/report/answers/cut.h"

#include <string>

#include "exporters/document/document_csv.h"
#include "exporters/document/document_json.h"
#include "exporters/document/document_text.h"
#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/replacing_project.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

Document document_of(const Project& project, std::string_view module) {
  CutQuestion question;
  question.module = *project.graph.find(module);
  question.find_line = [&](const Edge<NodeId>& e) {
    return project.graph.is_main(e.from)
               ? std::optional<Location>(Location{"go.mod", 4, 2, 0, {}, {}})
               : std::nullopt;
  };
  return std::move(*cut_document(project, analyse(project), question));
}

std::string cut(std::string_view graph, std::string_view module) {
  const Project project = test::graph_project(graph);
  const Document document = document_of(project, module);
  CHECK(test::misfit(document) == "");
  return test::written(
      [&](Sink& out) { write_document_text(document, Length::kShort, out); });
}

constexpr std::string_view kNext =
    "\nWith these gone, other versions may be selected: `modgraph whatif "
    "--drop MODULE` resolves the build again.\n";

TEST_CASE("lines of the main module are named with their place") {
  CHECK(cut("A: B1 C1", "B") ==
        "removing 1 requirement takes B v1.0.0 out of the build\n"
        "\n"
        "fewest requirements: 1\n"
        "  A requires B@v1.0.0 (go.mod:4)\n" +
            std::string(kNext));
}

TEST_CASE("what is built in the module's place is said") {
  const Project project =
      test::project_with("A: B1", "module A; replace B => F v1.5.0");
  const Document document = document_of(project, "B");
  CHECK(test::misfit(document) == "");
  CHECK(test::written([&](Sink& out) {
          write_document_text(document, Length::kShort, out);
        }).find("\nB v1.0.0 is replaced by F v1.5.0\n") != std::string::npos);
}

TEST_CASE("where dependencies require it, the main module's lines are shown") {
  CHECK(cut("A: B1 C1 | B1: D1 | C1: D1 | D1: E1", "E") ==
        "removing 1 requirement takes E v1.0.0 out of the build\n"
        "\n"
        "fewest requirements: 1\n"
        "  D@v1.0.0 requires E@v1.0.0\n"
        "\n"
        "fewest requirements of main modules alone: 2\n"
        "  A requires B@v1.0.0 (go.mod:4)\n"
        "  A requires C@v1.0.0 (go.mod:4)\n" +
            std::string(kNext));
}

TEST_CASE("versions that are not selected can hold a module too") {
  CHECK(cut("A: B1 C1 | C1: B2 | B1: D1", "D") ==
        "no chain of selected versions leads to D v1.0.0\n"
        "versions not selected require it too: B@v1.0.0; it stays while any "
        "of them is in the graph\n");
}

TEST_CASE("a cut in JSON and CSV") {
  const Project project = test::graph_project("A: B1 B2 C1 | B1: C2");
  const Document document = document_of(project, "C");
  CHECK(test::misfit(document) == "");
  CHECK(test::written([&](Sink& out) { write_document_json(document, out); }) ==
        R"({
"schema_version": 2,
"document": "cut",
"module": "C",
"version": "v2.0.0",
"replaced_by": null,
"reached": true,
"minimum_cut": [
  {"from": "A", "to": "C@v1.0.0", "location": {"file": "go.mod", "line": 4, "column": 2}}
],
"main_module_cut": [
  {"from": "A", "to": "C@v1.0.0", "location": {"file": "go.mod", "line": 4, "column": 2}}
],
"required_by_unselected": ["B@v1.0.0"]
}
)");
  CHECK(test::written([&](Sink& out) { write_document_csv(document, out); }) ==
        "from,to,file,line,column\r\nA,C@v1.0.0,go.mod,4,2\r\n");
}

}  // namespace
}  // namespace modgraph
