#include "engine/base/path_pattern.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string matched(std::string_view patterns, std::string_view path) {
  return std::string(matching_prefix_pattern(patterns, path));
}

TEST_CASE("a pattern describes a whole name") {
  CHECK(matches_path("abc", "abc"));
  CHECK_FALSE(matches_path("abc", "abcd"));
  CHECK(matches_path("a*c", "abbc"));
  CHECK(matches_path("*", ""));
  CHECK_FALSE(matches_path("*", "a/b"));
  CHECK(matches_path("a*/b", "abc/b"));
  CHECK_FALSE(matches_path("a?c", "a/c"));
  CHECK(matches_path("a*b*c", "axbybzc"));
  CHECK_FALSE(matches_path("a*b*c", "axbybz"));
}

TEST_CASE("classes of characters") {
  CHECK(matches_path("[a-c]x", "bx"));
  CHECK_FALSE(matches_path("[^a-c]x", "bx"));
  CHECK(matches_path("[\\-x]", "-"));
  CHECK(matches_path("\\*", "*"));
  CHECK_FALSE(matches_path("\\*", "a"));
  CHECK(matches_path("?", "\xc3\xa4"));
  CHECK(matches_path("[\xc3\xa0-\xc3\xbf]", "\xc3\xa4"));
}

TEST_CASE("a malformed pattern describes nothing") {
  for (const char* pattern : {"[", "[]", "[a", "[a-", "[-a]", "a\\", "*[a"})
    CHECK_FALSE(matches_path(pattern, "a"));
  CHECK_FALSE(matches_path("a[", "ab"));
}

TEST_CASE("patterns of GOPRIVATE describe the first elements of a path") {
  CHECK(matched("*.corp.com", "git.corp.com/a/b") == "*.corp.com");
  CHECK(matched("*quo*", "rsc.io/quote") == "");
  CHECK(matched("rsc.io/private,example.com/", "example.com/x") ==
        "example.com");
  CHECK(matched("example.com/a/b", "example.com/a") == "");
  CHECK(matched("example.com/a", "example.com/a") == "example.com/a");
  CHECK(matched(",,", "example.com/a") == "");
}

}  // namespace
}  // namespace modgraph
