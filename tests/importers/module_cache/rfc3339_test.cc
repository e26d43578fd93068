#include "importers/module_cache/rfc3339.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("times") {
  for (std::string_view time :
       {"2006-01-02T15:04:05Z", "0000-01-01T00:00:00Z", "2024-02-29T23:59:59Z",
        "2000-02-29T00:00:00Z", "2024-12-31T00:00:00.1Z",
        "2024-01-01T00:00:00.123456789123Z", "2024-01-01T00:00:00+14:00",
        "2024-01-01T00:00:00.5-23:59"}) {
    CAPTURE(time);
    CHECK(is_rfc3339(time));
  }
  for (std::string_view text : {"",
                                "2006-01-02",
                                "2006-01-02T15:04:05",
                                "2006-01-02 15:04:05Z",
                                "2006-01-02t15:04:05Z",
                                "2006-01-02T15:04:05z",
                                "2006-1-02T15:04:05Z",
                                "2006-13-02T15:04:05Z",
                                "2006-00-02T15:04:05Z",
                                "2006-04-31T15:04:05Z",
                                "2006-01-00T15:04:05Z",
                                "2023-02-29T00:00:00Z",
                                "1900-02-29T00:00:00Z",
                                "2006-01-02T24:04:05Z",
                                "2006-01-02T15:60:05Z",
                                "2006-01-02T15:04:60Z",
                                "2006-01-02T15:04:05.Z",
                                "2006-01-02T15:04:05,1Z",
                                "2006-01-02T15:04:05+24:00",
                                "2006-01-02T15:04:05+00:60",
                                "2006-01-02T15:04:05+0000",
                                "2006-01-02T15:04:05ZZ",
                                "12006-01-02T15:04:05Z",
                                "-006-01-02T15:04:05Z"}) {
    CAPTURE(text);
    CHECK_FALSE(is_rfc3339(text));
  }
}

// "seconds.nanoseconds" since 1970.
std::string since_1970(std::string_view text) {
  const auto point = parse_rfc3339(text);
  return point ? std::to_string(point->seconds) + "." +
                     std::to_string(point->nanoseconds)
               : "-";
}

TEST_CASE("points in time are numbers") {
  CHECK(since_1970("1970-01-01T00:00:00Z") == "0.0");
  CHECK(since_1970("2006-01-02T15:04:05Z") == "1136214245.0");
  CHECK(since_1970("2006-01-02T15:04:05-07:00") == "1136239445.0");
  CHECK(since_1970("2006-01-02T15:04:05.5+01:30") == "1136208845.500000000");
  CHECK(since_1970("2024-02-29T12:00:00.0000000019Z") == "1709208000.1");
  CHECK(since_1970("0001-01-01T00:00:00Z") == "-62135596800.0");
  CHECK(since_1970("9999-12-31T23:59:59.999999999Z") ==
        "253402300799.999999999");
  CHECK(since_1970("2006-01-02") == "-");
}

}  // namespace
}  // namespace modgraph
