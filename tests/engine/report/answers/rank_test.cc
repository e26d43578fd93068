#include "engine/report/answers/rank.h"

#include <string>

#include "exporters/document/document_csv.h"
#include "exporters/document/document_json.h"
#include "exporters/document/document_text.h"
#include "tests/support/document_shape.h"
#include "tests/support/document_texts.h"
#include "tests/support/graph_text.h"
#include "tests/support/replacing_project.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// A requires B and C, both require D, and only C requires E.
Project project() {
  Project out;
  out.graph = test::module_graph("A: B1 C1 | B1: D1 | C1: D2 E1");
  return out;
}

std::string text_by(RankBy by, std::size_t top = 0) {
  const Project p = project();
  const auto document = rank_document(p, analyse(p), by, top);
  CHECK(test::misfit(*document) == "");
  return test::written(
      [&](Sink& out) { write_document_text(*document, Length::kShort, out); });
}

// The modules in their order, "C B A".
std::string order_by(RankBy by) {
  const Project p = project();
  const auto document = rank_document(p, analyse(p), by, 0);
  const std::string csv =
      test::written([&](Sink& out) { write_document_csv(*document, out); });
  std::string out;
  for (std::size_t at = csv.find('\n') + 1; at < csv.size();
       at = csv.find('\n', at) + 1)
    out += csv[at];
  return out;
}

TEST_CASE("modules are ranked by one of their numbers, ties by name") {
  CHECK(order_by(RankBy::kDependents) == "DBCEA");
  CHECK(order_by(RankBy::kDependencies) == "ACBDE");
  CHECK(order_by(RankBy::kReach) == "ACBDE");
  CHECK(order_by(RankBy::kReachedBy) == "DEBCA");
  CHECK(order_by(RankBy::kExclusive) == "ACBDE");
  CHECK(order_by(RankBy::kBetweenness) == "CBADE");
}

TEST_CASE("a ranking is a table") {
  CHECK(
      text_by(RankBy::kExclusive, 2) ==
      R"(by exclusive: how many modules leave the build with it, itself included
  module  version  dependents  dependencies  reaches  reached by  exclusive
  A                         0             2        4           0          5
  C       v1.0.0            1             2        2           1          2

the first 2 modules of 5 (--top 0 shows all)
)");
}

TEST_CASE("betweenness has a column where it is asked for") {
  CHECK(text_by(RankBy::kBetweenness).find("exclusive  betweenness\n") !=
        std::string::npos);
  CHECK(text_by(RankBy::kReach).find("betweenness") == std::string::npos);
}

TEST_CASE("what replaces a module has a column where there is any") {
  const Project p =
      test::project_with("A: B1 C1", "module A; replace B => F v1.5.0");
  const auto document = rank_document(p, analyse(p), RankBy::kDependents, 0);
  CHECK(test::misfit(*document) == "");
  CHECK(test::written([&](Sink& out) {
          write_document_text(*document, Length::kShort, out);
        }) ==
        R"(by dependents: how many modules require it
  module  version  replaced by  dependents  dependencies  reaches  reached by  exclusive
  B       v1.0.0   F v1.5.0              1             0        0           1          1
  C       v1.0.0                         1             0        0           1          1
  A                                      0             2        2           0          3
)");
}

TEST_CASE("a ranking in JSON") {
  const Project p = project();
  const auto document = rank_document(p, analyse(p), RankBy::kReachedBy, 1);
  CHECK(
      test::written([&](Sink& out) { write_document_json(*document, out); }) ==
      R"({
"schema_version": 2,
"document": "rank",
"by": "reached_by",
"count": 5,
"modules": [
  {"module": "D", "version": "v2.0.0", "replaced_by": null, "dependents": 2, "dependencies": 0, "reaches": 0, "reached_by": 3, "exclusive": 1, "betweenness": null}
]
}
)");
}

TEST_CASE("what is above the limit of work is null, and no order") {
  const Project p = project();
  Analysis analysis = analyse(p);
  analysis.reach.reset();
  CHECK(!rank_document(p, analysis, RankBy::kReach, 0));
  CHECK(!rank_document(p, analysis, RankBy::kReachedBy, 0));
  CHECK(test::misfit(*rank_document(p, analysis, RankBy::kDependents, 0)) ==
        "");
}

TEST_CASE("a module that no main module reaches has no exclusive number") {
  Project p;
  p.graph = test::module_graph("A: B1 | C1: D1");
  const auto document = rank_document(p, analyse(p), RankBy::kExclusive, 0);
  CHECK(test::misfit(*document) == "");
}

}  // namespace
}  // namespace modgraph
