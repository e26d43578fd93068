#include "engine/base/boxed.h"

#include <string>

#include "tests/support/test.h"

namespace modgraph {

TEST_CASE("a boxed value is copied, not shared") {
  Boxed<std::string> one = std::string("a");
  Boxed<std::string> two = one;
  *two += "b";
  CHECK(*one == "a");
  CHECK(*two == "ab");
  one = two;
  CHECK(*one == "ab");
  one = std::nullopt;
  CHECK_FALSE(one);
  CHECK(two->size() == 2);
}

TEST_CASE("an empty box stays empty when it is copied") {
  const Boxed<std::string> none;
  Boxed<std::string> copy(std::optional<std::string>("full"));
  copy = none;
  CHECK_FALSE(copy.has_value());
  CHECK_FALSE(Boxed<std::string>(std::optional<std::string>()).has_value());
}

}  // namespace modgraph
