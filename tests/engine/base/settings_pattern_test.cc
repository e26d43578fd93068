#include "engine/base/settings_pattern.h"

#include <vector>

#include "tests/support/test.h"

namespace modgraph {
namespace {

bool matches(std::vector<std::string> patterns, std::string_view path) {
  return matches_patterns(patterns, path);
}

TEST_CASE("a pattern is all of a path, both ends included") {
  CHECK(matches_pattern("golang.org/x/net", "golang.org/x/net"));
  CHECK_FALSE(matches_pattern("golang.org/x/net", "golang.org/x/net/v2"));
  CHECK_FALSE(matches_pattern("golang.org/x/net", "my/golang.org/x/net"));
  CHECK_FALSE(matches_pattern("", "a"));
  CHECK_FALSE(matches_pattern("a", ""));
}

TEST_CASE("* stays within its element") {
  CHECK(matches_pattern("golang.org/x/*", "golang.org/x/net"));
  CHECK(matches_pattern("*.example/lo*", "a.example/log"));
  CHECK(matches_pattern("a/*b*c*", "a/xbxbcx"));
  CHECK_FALSE(matches_pattern("golang.org/*", "golang.org/x/net"));
  CHECK_FALSE(matches_pattern("golang.org/x/*", "golang.org/x"));
}

TEST_CASE("** is any number of elements, none included") {
  CHECK(matches_pattern("k8s.io/**", "k8s.io"));
  CHECK(matches_pattern("k8s.io/**", "k8s.io/api/v2"));
  CHECK(matches_pattern("**", "a/b/c"));
  CHECK(matches_pattern("**/internal/**", "a/b/internal/c"));
  CHECK(matches_pattern("a/**/z", "a/z"));
  CHECK(matches_pattern("./**", "./fork/x"));
  CHECK_FALSE(matches_pattern("k8s.io/**", "k8s.iox/api"));
  CHECK_FALSE(matches_pattern("a/**/z", "a/b/zz"));
}

TEST_CASE("! takes away, and the last pattern that matches decides") {
  CHECK(matches({"a/**", "!a/b/**"}, "a/c"));
  CHECK_FALSE(matches({"a/**", "!a/b/**"}, "a/b/c"));
  CHECK(matches({"a/**", "!a/b/**", "a/b/c"}, "a/b/c"));
  CHECK_FALSE(matches({"!a/b", "b"}, "a/b"));
  CHECK_FALSE(matches({}, "a"));
}

TEST_CASE("many stars take no longer than their number times the path") {
  std::string pattern, path(2'000, 'a');
  for (int i = 0; i < 500; ++i) pattern += "*a";
  CHECK(matches_pattern(pattern, path));
  CHECK_FALSE(matches_pattern(pattern + "b", path));
}

}  // namespace
}  // namespace modgraph
