#include "engine/base/calendar_date.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("a date is a day that there is") {
  CHECK(is_calendar_date("2026-02-28"));
  CHECK(is_calendar_date("2028-02-29"));
  CHECK(is_calendar_date("2000-02-29"));
  CHECK(is_calendar_date("2026-12-31"));
  for (const char* const text :
       {"2026-02-29", "1900-02-29", "2026-02-30", "2026-04-31", "2026-13-01",
        "2026-00-01", "2026-01-00"}) {
    CAPTURE(text);
    CHECK_FALSE(is_calendar_date(text));
  }
}

TEST_CASE("and is spelled with all its digits, and nothing else") {
  for (const char* const text :
       {"", "2026-2-28", "2026-02-28 ", "2026/02/28", "26-02-2008",
        "2026-02-2x", "+026-02-28", "2026-02-28T00:00:00Z"}) {
    CAPTURE(text);
    CHECK_FALSE(is_calendar_date(text));
  }
}

}  // namespace
}  // namespace modgraph
