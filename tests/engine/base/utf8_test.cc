#include "engine/base/utf8.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("what RFC 3629 allows is valid") {
  for (std::string_view text :
       {"", "plain", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80", "\xed\x9f\xbf",
        "\xee\x80\x80", "\xef\xbf\xbf", "\xf0\x90\x80\x80",
        "\xf4\x8f\xbf\xbf"}) {
    CAPTURE(text);
    CHECK(valid_utf8_prefix(text) == text.size());
  }
}

TEST_CASE("what it forbids is found where it stands") {
  for (std::string_view text :
       {"ab\x80", "ab\xc0\xaf", "ab\xc1\xbf", "ab\xe0\x9f\xbf",
        "ab\xed\xa0\x80", "ab\xf0\x8f\xbf\xbf", "ab\xf4\x90\x80\x80",
        "ab\xf5\x80\x80\x80", "ab\xff", "ab\xe2\x82", "ab\xc3"}) {
    CAPTURE(text);
    CHECK(valid_utf8_prefix(text) == 2);
  }
}

TEST_CASE("columns count code points, and a bad byte as one") {
  CHECK(count_code_points("h\xc3\xa9llo") == 5);
  CHECK(count_code_points("a\xff\xfe") == 3);
  CHECK(first_code_point("\xe2\x82\xac").value == 0x20ac);
  CHECK(first_code_point("\xf0\x9f\x98\x80").value == 0x1f600);
}

}  // namespace
}  // namespace modgraph
