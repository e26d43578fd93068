#include "engine/report/report_document.h"

#include "engine/report/combined_report.h"
#include "engine/report/repository_document.h"
#include "engine/report/vertex_names.h"
#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/graph_text.h"
#include "tests/support/picture_words.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("a report fits its shape") {
  for (const std::string_view graph :
       {"A: ", "A: B1 C1 | B1: C2", "A: B1 | B1: C1 | C1: B1",
        "A: B2 | B2: C1 | C1: B1"}) {
    const Report report = test::report_of(graph);
    INFO(graph);
    CHECK(test::misfit(report_document(report)) == "");
  }
}

TEST_CASE("a module has a row with the versions that are required") {
  const Report report = test::report_of("A: B1 C1 | B1: C2");
  const std::string json = test::json_of(report_document(report));
  CHECK(has(json, R"({"module": "C", "version": "v2.0.0", "main": false,)"));
  CHECK(has(json,
            R"("required": [{"version": "v1.0.0", "required_by": ["A"]}, )"
            R"({"version": "v2.0.0", "required_by": ["B@v1.0.0"]}], )"
            R"("required_by": ["B@v1.0.0"], )"));
}

TEST_CASE("without requirements their numbers are null") {
  Report report = test::report_of("A: B1");
  report.requirements_known = false;
  const Document document = report_document(report);
  CHECK(test::misfit(document) == "");
  const std::string json = test::json_of(document);
  CHECK(has(json, R"("requirements": null, "held_by_unselected": null)"));
  CHECK(has(json, R"("required": null, "required_by": null, )"));
  CHECK(has(json, "\"critical_path\": null\n"));
}

TEST_CASE("members of a cycle are paths, or versions where those are exact") {
  CHECK(has(test::json_of(
                report_document(test::report_of("A: B1 | B1: C1 | C1: B1"))),
            R"({"class": "version", "members": ["B@v1.0.0", "C@v1.0.0"], )"));
  CHECK(has(test::json_of(
                report_document(test::report_of("A: B2 | B2: C1 | C1: B1"))),
            R"({"class": "selected", "members": ["B", "C"], )"));
}

TEST_CASE("reports of several folders are one document") {
  RepositoryReport report;
  report.folders.push_back({"a", test::report_of("A: B1")});
  report.folders.push_back({"b", test::report_of("A: B1 | B1: C1 | C1: B1")});
  report.failed = {"c"};
  const Report combined = combined_report(report);
  const Document document = repository_document(report, combined);
  CHECK(test::misfit(document) == "");
  CHECK(has(test::json_of(document), R"("failed": ["c"])"));
  const Document in_short =
      repository_document(report, combined, FolderReports::kLeftOut);
  CHECK(test::misfit(in_short) == "");
  CHECK(has(test::json_of(in_short), R"("reports": [])"));
}

TEST_CASE("vertices are named once, and it is known whether plainly") {
  const ModuleGraph graph = test::module_graph("A: B1");
  const VertexNames names(graph);
  CHECK(names[graph.selected(*graph.find("A"))] == "A");
  CHECK(names[graph.selected(*graph.find("B"))] == "B@v1.0.0");
  CHECK(names.are_plain());
  CHECK_FALSE(VertexNames(test::module_graph("A: \"B1")).are_plain());
}

}  // namespace
}  // namespace modgraph
