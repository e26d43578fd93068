#include "engine/base/result.h"

#include <utility>

#include "tests/support/test.h"

namespace modgraph {
namespace {

Result<int> halved(int n) {
  if (n % 2 != 0) return fail(input_error("odd", "add one"));
  return n / 2;
}

Result<void> checked(bool good) {
  if (!good) return fail(Errors{io_error("no"), limit_error("never")});
  return {};
}

TEST_CASE("a result is a value or its errors") {
  CHECK(halved(4).value() == 2);
  const Result<int> odd = halved(3);
  REQUIRE_FALSE(odd);
  REQUIRE(odd.error().size() == 1);
  CHECK(odd.error().front().message == "odd");
  CHECK(odd.error().front().hint == "add one");

  CHECK(checked(true));
  const Result<void> bad = checked(false);
  REQUIRE_FALSE(bad);
  CHECK(bad.error().size() == 2);
}

TEST_CASE("a result is copied, moved and assigned as what it holds") {
  Result<int> result = halved(8);
  Result<int> copy = result;  // not an int made of "there is one"
  CHECK(*copy == 4);
  result = halved(5);
  CHECK_FALSE(result);
  copy = std::move(result);
  CHECK_FALSE(copy);
  copy = 7;
  CHECK(*copy == 7);
  copy = fail(usage_error("no"));
  CHECK_FALSE(copy);
  Result<bool> no = false;
  const Result<bool> same = no;
  CHECK_FALSE(*same);
}

TEST_CASE("a result is mapped") {
  const auto doubled = [](int n) { return std::to_string(n * 2); };
  const auto text = [&](int n) -> Result<std::string> {
    return halved(n).map(doubled);
  };
  CHECK(text(4).value() == "4");
  CHECK(text(3).error().front().message == "odd");
}

TEST_CASE("an error of each kind") {
  CHECK(input_error("m").kind == ErrorKind::kInput);
  CHECK(usage_error("m").kind == ErrorKind::kUsage);
  CHECK(io_error("m").kind == ErrorKind::kIo);
  CHECK(environment_error("m").kind == ErrorKind::kEnvironment);
  CHECK(limit_error("m").kind == ErrorKind::kLimit);
  CHECK(internal_error("m").kind == ErrorKind::kInternal);
}

TEST_CASE("an error may point at a place") {
  const SourcePosition where{"go.mod", 3, 9};
  for (const Error& e :
       {input_error(where, "m", "h"), usage_error(where, "m", "h"),
        io_error(where, "m", "h"), environment_error(where, "m", "h"),
        limit_error(where, "m", "h"), internal_error(where, "m", "h")}) {
    CHECK(e.message == "m");
    CHECK(e.hint == "h");
    CHECK(e.where.file == "go.mod");
    CHECK(e.where.line == 3);
    CHECK(e.where.column == 9);
    CHECK(e.excerpt.empty());
  }
}

}  // namespace
}  // namespace modgraph
