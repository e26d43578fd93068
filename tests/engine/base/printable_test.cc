#include "engine/base/printable.h"

#include "engine/base/utf8.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("plain text and letters of any script stay as they are") {
  CHECK(printable("golang.org/x/net") == "golang.org/x/net");
  CHECK(printable("h\xc3\xa9llo \xe4\xb8\x96") == "h\xc3\xa9llo \xe4\xb8\x96");
}

TEST_CASE("what moves, hides or reorders becomes visible") {
  CHECK(printable("a\x1b[2Jb") == "a\\x1b[2Jb");
  CHECK(printable("a\r\n\tb\x7f") == "a\\x0d\\x0a\\x09b\\x7f");
  CHECK(printable("\xc2\x9b"
                  "31m") == "\\x9b31m");
  CHECK(printable("\xe2\x80\xae") == "\\u{202e}");
  CHECK(printable("\xef\xbb\xbf") == "\\u{feff}");
  CHECK(printable("\xf3\xa0\x80\x81") == "\\u{e0001}");
  CHECK(printable("\xef\xbf\xbe") == "\\u{fffe}");
  CHECK(printable("\xef\xb7\x90") == "\\u{fdd0}");
  CHECK(printable("\xf0\x9f\xbf\xbf") == "\\u{1ffff}");
  CHECK(printable("a\xff\xc3") == "a\\xff\\xc3");
  CHECK(printable(std::string_view("a\0b", 3)) == "a\\x00b");
}

TEST_CASE("what a CI system would obey becomes text") {
  CHECK(printable("::stop-commands::t") == "\\x3a:stop-commands::t");
  CHECK(printable("  ::error::x") == "  \\x3a:error::x");
  CHECK(printable("a::b") == "a::b");
  CHECK(printable("a ##[group]") == "a \\x23#[group]");
  CHECK(printable("##vso[task]") == "\\x23#vso[task]");
  CHECK(printable("## title #[") == "## title #[");
}

TEST_CASE("no byte string yields a control character") {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      const std::string text{static_cast<char>(first),
                             static_cast<char>(second)};
      const std::string shown = printable(text);
      REQUIRE(valid_utf8_prefix(shown) == shown.size());
      for (const char c : shown) {
        const auto byte = static_cast<unsigned char>(c);
        REQUIRE(byte >= 0x20);
        REQUIRE(byte != 0x7f);
      }
    }
  }
}

}  // namespace
}  // namespace modgraph
