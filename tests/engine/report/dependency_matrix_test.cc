#include "engine/report/dependency_matrix.h"

#include "engine/analysis/analysis.h"
#include "engine/report/make_report.h"
#include "engine/report/weight_bars.h"
#include "tests/support/graph_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

Report report_of(std::string_view text) {
  Project project;
  project.graph = test::module_graph(text);
  Analysis analysis = analyse(project);
  return make_report(std::move(project), std::move(analysis), {}, {}, "test");
}

// "A: B1 C2": each row with its requirements of the columns; "*" is on a cycle.
std::string matrix(std::string_view text, std::size_t most = 40) {
  const DependencyMatrix m = dependency_matrix(report_of(text), most);
  std::string out;
  for (std::size_t row = 0; row < m.rows.size(); ++row) {
    out += (row == 0 ? "" : " | ") + m.rows[row].name;
    if (m.rows[row].cycle != 0) out += "*";
    out += ":";
    for (std::size_t column = 0; column < m.rows.size(); ++column)
      if (m.at(row, column) != 0)
        out += " " + m.rows[column].name + std::to_string(m.at(row, column));
  }
  return out;
}

// "A0-4/ B0-2 C2-3/": rows of bars, each with where it begins and ends.
std::string bars(std::string_view text, std::uint32_t least = 1) {
  const Report report = report_of(text);
  const WeightBars found = weight_bars(report, least);
  std::string out;
  std::uint32_t depth = 0;
  for (const WeightBar& b : found.bars) {
    for (; depth < b.depth; ++depth) out += "/";
    out += (out.empty() ? "" : " ") + std::string(report.graph.path(b.module)) +
           std::to_string(b.begin) + "-" + std::to_string(b.begin + b.weight);
  }
  if (found.thin > 0) out += " thin " + std::to_string(found.thin);
  return out;
}

}  // namespace

TEST_CASE("rows stand before what they require") {
  CHECK(matrix("A: B1 C1 | B1: C1 | C1: D1") ==
        "A: B1 C1 | B: C1 | C: D1 | D:");
  CHECK(matrix("A: D1 | D1: C1 | C1: B1") == "A: D1 | D: C1 | C: B1 | B:");
}

TEST_CASE("members of a cycle stand together and say so") {
  CHECK(matrix("A: B1 | B1: C1 | C1: B1 D1") ==
        "A: B1 | B*: C1 | C*: B1 D1 | D:");
}

TEST_CASE("large builds show organisations, and the smallest share a row") {
  CHECK(matrix("A: x.org/a1 x.org/b1 y.org/c1 z.org/d1 | x.org/a1: x.org/b1 "
               "y.org/c1",
               3) ==
        "A: x.org2 2 others2 | x.org: x.org1 2 others1 | 2 others:");
}

TEST_CASE("a bar stands below what alone brings its module") {
  CHECK(bars("A: B1 C1 | B1: D1 E1 | C1: E1") == "A0-5/ B0-2 C2-3 E3-4/ D0-1");
  CHECK(bars("A: B1 | B1: C1 | C1: D1") == "A0-4/ B0-3/ C0-2/ D0-1");
}

TEST_CASE("light modules are counted, not drawn") {
  CHECK(bars("A: B1 C1 | B1: D1 E1 | C1: E1", 2) == "A0-5/ B0-2 thin 3");
}

}  // namespace modgraph
