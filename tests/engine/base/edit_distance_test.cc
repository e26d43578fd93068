#include "engine/base/edit_distance.h"

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "tests/support/random_text.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// The whole table, by the definition.
std::size_t plain_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(
      a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      const std::size_t edit = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] =
          std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + edit});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

TEST_CASE("distances count single edits") {
  CHECK(edit_distance("require", "require", 3) == 0);
  CHECK(edit_distance("requrie", "require", 3) == 1);
  CHECK(edit_distance("require", "Requires", 3) == 1);
  CHECK(edit_distance("", "abc", 3) == 3);
  CHECK(edit_distance("kitten", "sitting", 9) == 3);
}

TEST_CASE("beyond the limit a distance is the limit and one") {
  CHECK(edit_distance("", "abcd", 3) == 4);
  CHECK(edit_distance("abcdef", "uvwxyz", 2) == 3);
  CHECK(edit_distance("ab", "ba", 0) == 1);
  CHECK(edit_distance(std::string(100'000, 'a'), std::string(100'000, 'b'),
                      4) == 5);
}

TEST_CASE("the band agrees with the whole table") {
  test::Random random(1);
  const auto word = [&] {
    std::string out(test::below(random, 9), 'a');
    for (char& c : out) c = static_cast<char>('a' + test::below(random, 3));
    return out;
  };
  for (int i = 0; i < 20'000; ++i) {
    const std::string a = word();
    const std::string b = word();
    const std::size_t limit = test::below(random, 6);
    INFO(a << " " << b << " " << limit);
    CHECK(edit_distance(a, b, limit) ==
          std::min(plain_distance(a, b), limit + 1));
  }
}

TEST_CASE("the nearest name is a slip of the hand away") {
  constexpr std::array<std::string_view, 4> kNames = {"require", "replace",
                                                      "retract", "go"};
  CHECK(nearest("requires", kNames) == "require");
  CHECK(nearest("REPLACE", kNames) == "replace");
  CHECK(nearest("repalce", kNames) == "replace");
  CHECK(nearest("gp", kNames) == "go");
  CHECK(nearest("modul", kNames) == std::nullopt);
  CHECK(nearest("g", kNames) == std::nullopt);
  CHECK(nearest("", kNames) == std::nullopt);
  CHECK(nearest("require", {}) == std::nullopt);
}

TEST_CASE("of equally near names the first one is taken") {
  constexpr std::array<std::string_view, 2> kNames = {"cat", "bat"};
  CHECK(nearest("hat", kNames) == "cat");
}

}  // namespace
}  // namespace modgraph
