#include "engine/base/interner.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("ids count up in order of first appearance") {
  Interner names;
  CHECK(names.intern("b") == 0);
  CHECK(names.intern("a") == 1);
  CHECK(names.intern("") == 2);
  CHECK(names.intern("b") == 0);
  CHECK(names.size() == 3);
  CHECK(names.name(1) == "a");
}

TEST_CASE("keys of every length, in one batch, over many growths") {
  std::vector<std::string> keys;
  for (int i = 0; i < 20000; ++i) {
    std::string key = std::to_string(i);
    keys.push_back(key + std::string(static_cast<std::size_t>(i % 70), 'x'));
  }
  std::vector<std::string_view> views(keys.begin(), keys.end());
  views.insert(views.end(), keys.begin(), keys.end());
  std::vector<std::uint32_t> ids(views.size());
  Interner names;
  names.intern(views, ids);
  REQUIRE(names.size() == keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    REQUIRE(ids[i] == i);
    REQUIRE(ids[i + keys.size()] == i);
    REQUIRE(names.name(static_cast<std::uint32_t>(i)) == keys[i]);
  }
}

// Other keys each time, so other keys at the end of the table.
TEST_CASE("growth into room that was reserved") {
  constexpr int kKeys = 2500;
  for (std::size_t room : {0u, 600u, 1300u, 2500u, 100000u}) {
    for (int known = 0; known < kKeys; known += 50) {
      const auto key = [&](int i) {
        return std::to_string(known) + "/" + std::to_string(i);
      };
      Interner names;
      for (int i = 0; i < kKeys; ++i) {
        if (i == known) names.reserve(room);
        names.intern(key(i));
      }
      for (int i = 0; i < kKeys; ++i)
        REQUIRE(names.intern(key(i)) == static_cast<std::uint32_t>(i));
      REQUIRE(names.size() == kKeys);
    }
  }
}

TEST_CASE("a key longer than a block of the arena") {
  Interner names;
  const std::string giant(1 << 20, 'g');
  CHECK(names.intern(giant) == 0);
  CHECK(names.intern("after") == 1);
  CHECK(names.name(0) == giant);
  CHECK(names.intern(giant) == 0);
}

TEST_CASE("names outlive the table that made them") {
  Interner names;
  names.intern("kept");
  const std::string_view kept = names.name(0);
  const auto text = names.take_text();
  names = Interner();
  CHECK(kept == "kept");
}

}  // namespace
}  // namespace modgraph
