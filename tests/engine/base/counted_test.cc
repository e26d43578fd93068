#include "engine/base/counted.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("one thing, several things") {
  CHECK(counted(0, "module") == "0 modules");
  CHECK(counted(1, "module") == "1 module");
  CHECK(counted(2, "module") == "2 modules");
  CHECK(counted(UINT64_MAX, "point") == "18446744073709551615 points");
}

}  // namespace
}  // namespace modgraph
