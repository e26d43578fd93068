#include "exporters/text/csv_text.h"

#include "tests/support/pictures.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("a cell is never a formula, and never more than one cell") {
  CHECK(csv_cell("a/b@v1") == "a/b@v1");
  CHECK(csv_cell("=1+1") == "\"'=1+1\"");
  CHECK(csv_cell("+a") == "\"'+a\"");
  CHECK(csv_cell("-a") == "\"'-a\"");
  CHECK(csv_cell("@a") == "\"'@a\"");
  CHECK(csv_cell("a,\"b") == "\"a,\"\"b\"");
  for (const std::string& text : test::hostile_texts()) {
    const std::string cell = csv_cell(text);
    CHECK(cell.find_first_of("\r\n\t") == std::string::npos);
    if (!cell.empty())
      CHECK(std::string("=+-@").find(cell[0]) == std::string::npos);
  }
}

}  // namespace
}  // namespace modgraph
