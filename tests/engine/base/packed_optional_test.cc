#include "engine/base/packed_optional.h"

#include <cstdint>

#include "tests/support/test.h"

namespace modgraph {
namespace {

using Packed = PackedOptional<std::uint32_t>;

TEST_CASE("a packed optional is none until it is given a number") {
  Packed p;
  CHECK_FALSE(p.has_value());
  CHECK(p.value_or(7) == 7);
  p = 0;
  REQUIRE(p);
  CHECK(*p == 0);
  CHECK(p.value_or(7) == 0);
  p = std::nullopt;
  CHECK_FALSE(p);
}

TEST_CASE("a packed optional is as large as its number") {
  CHECK(sizeof(Packed) == sizeof(std::uint32_t));
}

TEST_CASE("a packed optional widens into a std::optional") {
  const std::optional<std::uint64_t> five = Packed(5);
  CHECK(five == 5);
  const std::optional<std::uint64_t> none = Packed();
  CHECK_FALSE(none);
}

}  // namespace
}  // namespace modgraph
