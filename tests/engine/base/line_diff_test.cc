#include "engine/base/line_diff.h"

#include <random>
#include <string>
#include <utility>

#include "tests/support/test.h"

namespace modgraph {
namespace {

// Each letter is a line; "1-2+1:2" is line 1: two lines away, one line here,
// where it is line 2.
std::string diff(const std::string& a, const std::string& b) {
  std::string x, y;
  for (const char c : a) x += std::string(1, c) + "\n";
  for (const char c : b) y += std::string(1, c) + "\n";
  std::string out;
  for (const LineHunk& h : line_diff(lines_of(x), lines_of(y)))
    out += (out.empty() ? "" : " ") + std::to_string(h.at + 1) + "-" +
           std::to_string(h.removed) + "+" + std::to_string(h.added) + ":" +
           std::to_string(h.to + 1);
  return out;
}

TEST_CASE("changed lines, in order") {
  CHECK(diff("", "").empty());
  CHECK(diff("abc", "abc").empty());
  CHECK(diff("abc", "axc") == "2-1+1:2");
  CHECK(diff("abc", "ac") == "2-1+0:2");
  CHECK(diff("ac", "abc") == "2-0+1:2");
  CHECK(diff("", "ab") == "1-0+2:1");
  CHECK(diff("ab", "") == "1-2+0:1");
  CHECK(diff("abcdef", "xbcdey") == "1-1+1:1 6-1+1:6");
}

TEST_CASE("a last line without newline is a line") {
  CHECK(lines_of("a\nb") == std::vector<std::string_view>{"a\n", "b"});
  CHECK(lines_of("").empty());
}

// Length of the longest common subsequence, by the textbook's table.
std::size_t common(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> t(
      a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j)
      t[i][j] = a[i - 1] == b[j - 1] ? t[i - 1][j - 1] + 1
                                     : std::max(t[i - 1][j], t[i][j - 1]);
  return t[a.size()][b.size()];
}

TEST_CASE("random texts: applying the hunks gives the other, and is minimal") {
  std::mt19937 random(1);
  for (int round = 0; round < 5000; ++round) {
    std::string a, b;
    for (std::string* s : {&a, &b})
      for (std::size_t n = random() % 12; n > 0; --n)
        *s += static_cast<char>('a' + random() % 3);
    std::string x, y;
    for (const char c : a) x += std::string(1, c) + "\n";
    for (const char c : b) y += std::string(1, c) + "\n";
    const auto before = lines_of(x), after = lines_of(y);
    std::string made;
    std::size_t at = 0, changes = 0;
    for (const LineHunk& h : line_diff(before, after)) {
      for (; at < h.at; ++at) made += before[at];
      REQUIRE(h.removed + h.added > 0);
      for (std::size_t i = 0; i < h.added; ++i) made += after[h.to + i];
      at += h.removed;
      changes += h.removed + h.added;
    }
    for (; at < before.size(); ++at) made += before[at];
    CAPTURE(a, b);
    CHECK(made == y);
    CHECK(changes == a.size() + b.size() - 2 * common(a, b));
  }
}

// `before` with the hunks applied.
std::string applied(const std::string& x, const std::string& y) {
  const auto before = lines_of(x), after = lines_of(y);
  std::string made;
  std::size_t at = 0;
  for (const LineHunk& h : line_diff(before, after)) {
    for (; at < h.at; ++at) made += before[at];
    for (std::size_t i = 0; i < h.added; ++i) made += after[h.to + i];
    at += h.removed;
  }
  for (; at < before.size(); ++at) made += before[at];
  return made;
}

TEST_CASE("texts that differ in thousands of lines, in linear memory") {
  std::string all, half, other, turned;
  for (int i = 0; i < 100'000; ++i) {
    const std::string line = "line " + std::to_string(i) + "\n";
    all += line;
    if (i % 2 == 0) half += line;
    other += "other " + std::to_string(i) + "\n";
    turned.insert(0, i < 3'000 ? line : "");
  }
  const auto hunks = [](const std::string& x, const std::string& y) {
    return line_diff(lines_of(x), lines_of(y)).size();
  };
  CHECK(hunks(all, half) == 50'000);  // no line that stays is touched
  CHECK(hunks(half, all) == 50'000);
  CHECK(hunks(all, other) == 1);
  CHECK(hunks(all, "") == 1);
  for (const auto& [x, y] :
       {std::pair(all, half), std::pair(all, other), std::pair(all, turned)})
    CHECK(applied(x, y) == y);
}

TEST_CASE("random long texts: applying the hunks gives the other") {
  std::mt19937 random(2);
  for (int round = 0; round < 40; ++round) {
    std::string x, y;
    for (std::string* s : {&x, &y})
      for (std::size_t n = 500 + random() % 1'000; n > 0; --n)
        *s += std::to_string(random() % (round % 2 == 0 ? 50 : 5'000)) + "\n";
    CHECK(applied(x, y) == y);
  }
}

}  // namespace
}  // namespace modgraph
