#include "engine/report/dependency_matrix.h"

#include "tests/support/picture_words.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "A: B1 C2*": each row with its requirements of the columns; "*": some of them
// are between modules that require each other.
std::string matrix(std::string_view text, std::size_t most = 40) {
  const DependencyMatrix m = dependency_matrix(test::report_of(text), most);
  std::string out;
  for (std::size_t row = 0; row < m.rows.size(); ++row) {
    out += (row == 0 ? "" : " | ") + m.rows[row].name;
    out += ":";
    for (std::size_t column = 0; column < m.rows.size(); ++column)
      if (m.at(row, column) != 0)
        out += " " + m.rows[column].name + std::to_string(m.at(row, column)) +
               (m.on_cycle(row, column) ? "*" : "");
  }
  return out;
}

}  // namespace

TEST_CASE("rows stand before what they require") {
  CHECK(matrix("A: B1 C1 | B1: C1 | C1: D1") ==
        "A: B1 C1 | B: C1 | C: D1 | D:");
  CHECK(matrix("A: D1 | D1: C1 | C1: B1") == "A: D1 | D: C1 | C: B1 | B:");
}

TEST_CASE("requirements of a cycle say so") {
  CHECK(matrix("A: B1 | B1: C1 | C1: B1 D1") ==
        "A: B1 | B: C1* | C: B1* D1 | D:");
}

TEST_CASE("large builds show organisations, and the smallest share a row") {
  CHECK(matrix("A: x.org/a1 x.org/b1 y.org/c1 z.org/d1 | x.org/a1: x.org/b1 "
               "y.org/c1",
               3) ==
        "A: x.org2 2 others2 | x.org: x.org1 2 others1 | 2 others:");
}

TEST_CASE("organisations may require each other without a cycle of modules") {
  const std::string_view text =
      "A: x.org/a1 y.org/b1 | x.org/a1: y.org/a1 | y.org/b1: x.org/b1";
  CHECK(matrix(text, 3) == "A: x.org1 y.org1 | x.org: y.org1 | y.org: x.org1");
  CHECK(dependency_matrix(test::report_of(text), 3).cycles == 0);
  CHECK(
      dependency_matrix(test::report_of("A: B1 | B1: C1 | C1: B1"), 3).cycles ==
      1);
}

}  // namespace modgraph
