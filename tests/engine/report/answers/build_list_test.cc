#include "engine/report/answers/build_list.h"

#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/replacing_project.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("the build list is a table") {
  const Project project = test::graph_project("A: B1 C1 | B1: C2");
  const Document document = build_list_document(project);
  CHECK(test::misfit(document) == "");
  CHECK(test::csv_of(document) ==
        "module,version,replaced_by_path,replaced_by_version\r\n"
        "A,,,\r\nB,v1.0.0,,\r\nC,v2.0.0,,\r\n");
}

TEST_CASE("a replacement has columns of its own") {
  Project project = test::graph_project("A: B1");
  project.resolved = listed_modules(project.graph, {});
  project.resolved->back().replaced_by = ModuleVersion{"../b", ""};
  const Document document = build_list_document(project);
  CHECK(test::misfit(document) == "");
  CHECK(test::csv_of(document) ==
        "module,version,replaced_by_path,replaced_by_version\r\n"
        "A,,,\r\nB,v1.0.0,../b,\r\n");
}

}  // namespace
}  // namespace modgraph
