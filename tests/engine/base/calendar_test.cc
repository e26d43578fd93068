#include "engine/base/calendar.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("days are counted from 1970") {
  CHECK(day_number("1970-01-01T00:00:00Z") == 0);
  CHECK(day_number("1969-12-31") == -1);
  CHECK(day_number("2000-03-01") == 11017);
  CHECK(day_number("20240229123456") == 19782);
  CHECK(*day_number("2024-03-01") - *day_number("2024-02-29") == 1);
  CHECK(*day_number("2101-01-01") - *day_number("2100-01-01") == 365);
  CHECK(*day_number("2001-01-01") - *day_number("2000-01-01") == 366);
}

TEST_CASE("what is no day has no number") {
  for (const char* text :
       {"", "2024", "2024-13-01", "2023-02-29", "2024-0101", "202401-01",
        "0000-01-01", "2024-04-31", "yesterday"})
    CHECK(day_number(text) == std::nullopt);
}

TEST_CASE("a day is written with dashes, however it was spelled") {
  CHECK(day_text("2024-02-29T12:00:00Z") == "2024-02-29");
  CHECK(day_text("20240229123456") == "2024-02-29");
  CHECK(day_text("2023-02-29") == "");
  CHECK(day_text("") == "");
}

}  // namespace
}  // namespace modgraph
