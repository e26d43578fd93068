#include "engine/base/sort_strings.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <string>

#include "tests/support/test.h"

namespace modgraph {
namespace {

std::string sorted(std::vector<std::string_view> words) {
  std::string out;
  for (std::uint32_t i : sorted_order(words))
    out += (out.empty() ? "" : " ") + std::string(words[i]);
  return out;
}

TEST_CASE("bytes decide, a prefix comes first") {
  CHECK(sorted({"b", "a/b", "a", "A", "a-b"}) == "A a a-b a/b b");
  CHECK(sorted({"12345678", "1234567", "123456789", "12345678a"}) ==
        "1234567 12345678 123456789 12345678a");
  CHECK(sorted_order({}).empty());
}

TEST_CASE("a zero byte is a byte") {
  using namespace std::literals;
  const std::vector<std::string_view> words{"a\0\0"sv, "a\0"sv, "a"sv,
                                            "abcdefgh\0"sv, "abcdefgh"sv};
  CHECK(sorted_order(words) == std::vector<std::uint32_t>{2, 1, 0, 4, 3});
}

TEST_CASE("it agrees with the obvious sort on thousands of random words") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> texts(random() % 60);
    for (std::string& text : texts) {
      text.assign(random() % 3 * 7, 'p');
      for (auto i = random() % 12; i > 0; --i)
        text += static_cast<char>("ab\xff"[random() % 3]);
    }
    const std::vector<std::string_view> words(texts.begin(), texts.end());
    std::vector<std::uint32_t> expected(words.size());
    std::iota(expected.begin(), expected.end(), 0u);
    std::stable_sort(expected.begin(), expected.end(),
                     [&](auto a, auto b) { return words[a] < words[b]; });
    REQUIRE(sorted_order(words) == expected);
  }
}

// Orders in which a quicksort with poor pivots takes quadratic time.
TEST_CASE("long lists: ascending, descending, up and down, all the same") {
  constexpr std::uint32_t kCount = 60000;  // enough for threads
  const auto check = [](auto number_at) {
    std::vector<std::string> texts;
    for (std::uint32_t i = 0; i < kCount; ++i)
      texts.push_back("example.com/" + std::to_string(number_at(i)));
    const std::vector<std::string_view> words(texts.begin(), texts.end());
    std::vector<std::uint32_t> expected(words.size());
    std::iota(expected.begin(), expected.end(), 0u);
    std::stable_sort(expected.begin(), expected.end(),
                     [&](auto a, auto b) { return words[a] < words[b]; });
    CHECK((sorted_order(words) == expected));
  };
  check([](std::uint32_t i) { return 100000 + i; });
  check([](std::uint32_t i) { return 200000 - i; });
  check([](std::uint32_t i) { return 100000 + std::min(i, kCount - i); });
  check([](std::uint32_t i) { return 100000 + i % 7; });
  check([](std::uint32_t) { return 1; });
}

}  // namespace
}  // namespace modgraph
