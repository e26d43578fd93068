#include "exporters/amounts.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("amounts for people are short") {
  CHECK(amount_text(1, PathWeight::kModules) == "1 module");
  CHECK(amount_text(12, PathWeight::kModules) == "12 modules");
  CHECK(amount_text(999, PathWeight::kBytes) == "999 B");
  CHECK(amount_text(1000, PathWeight::kBytes) == "1.0 kB");
  CHECK(amount_text(999'949, PathWeight::kBytes) == "999.9 kB");
  CHECK(amount_text(999'950, PathWeight::kBytes) == "1.0 MB");
  CHECK(amount_text(12'345'678, PathWeight::kBytes) == "12.3 MB");
  CHECK(amount_text(1'234'567'890, PathWeight::kBuild) == "1.235 s");
  CHECK(amount_text(999'999'999, PathWeight::kDownload) == "1.000 s");
  CHECK(amount_text(0, PathWeight::kBuild) == "0.000 s");
}

TEST_CASE("amounts for programs are exact") {
  CHECK(amount_number(12, PathWeight::kModules) == "12");
  CHECK(amount_number(12'345'678, PathWeight::kBytes) == "12345678");
  CHECK(amount_number(0, PathWeight::kBuild) == "0");
  CHECK(amount_number(1, PathWeight::kBuild) == "0.000000001");
  CHECK(amount_number(1'500'000'000, PathWeight::kBuild) == "1.5");
  CHECK(amount_number(20'000'000'000, PathWeight::kDownload) == "20");
}

}  // namespace
}  // namespace modgraph
