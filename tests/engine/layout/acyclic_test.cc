#include "engine/layout/acyclic.h"

#include "tests/support/drawings.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "c>a": the lines that are turned around.
std::string turned(std::string_view text) {
  const test::Sketch s = test::sketch(text);
  const auto against = lines_against_flow(s.box_count(), s.lines);
  std::string out;
  for (std::size_t i = 0; i < against.size(); ++i)
    if (against[i] != 0) {
      out += out.empty() ? "" : " ";
      out += static_cast<char>('a' + s.lines[i].from);
      out += '>';
      out += static_cast<char>('a' + s.lines[i].to);
    }
  return out;
}

TEST_CASE("without a loop nothing is turned around") {
  CHECK(turned("a: b c | b: d | c: d") == "");
  CHECK(turned("a: a b | b: b") == "");  // loops of one box stay loops
}

TEST_CASE("a loop is opened where it comes back to the start") {
  CHECK(turned("a: b | b: c | c: a") == "c>a");
  CHECK(turned("b: c | c: d | d: b | a: c") == "b>c");
}

TEST_CASE("a line that says so is turned around instead") {
  CHECK(turned("a: b! | b: c | c: a") == "a>b");
  CHECK(turned("a: b | b: c | c: a!") == "c>a");
  CHECK(turned("a: b! c | b: c") == "");  // it closes no loop
}

// Kahn: whether the lines, turned around, can be put in order.
bool can_be_ordered(const test::Sketch& s,
                    const std::vector<std::uint8_t>& against) {
  std::vector<std::vector<std::uint32_t>> next(s.boxes.size());
  std::vector<int> waiting(s.boxes.size(), 0);
  for (std::size_t i = 0; i < s.lines.size(); ++i) {
    auto [from, to] = std::pair(s.lines[i].from, s.lines[i].to);
    if (from == to) continue;
    if (against[i] != 0) std::swap(from, to);
    next[from].push_back(to);
    ++waiting[to];
  }
  std::vector<std::uint32_t> ready;
  for (std::uint32_t v = 0; v < s.box_count(); ++v)
    if (waiting[v] == 0) ready.push_back(v);
  for (std::size_t i = 0; i < ready.size(); ++i)
    for (const std::uint32_t w : next[ready[i]])
      if (--waiting[w] == 0) ready.push_back(w);
  return ready.size() == s.boxes.size();
}

TEST_CASE("after turning there is no loop") {
  std::mt19937 random(1);
  for (int round = 0; round < 3000; ++round) {
    const test::Sketch s = test::random_sketch(random, 12, 3);
    REQUIRE(can_be_ordered(s, lines_against_flow(s.box_count(), s.lines)));
    REQUIRE(can_be_ordered(
        s, lines_against_flow(s.box_count(), s.lines, Claims::kIgnored)));
  }
}

TEST_CASE("a chain and a loop of a million boxes") {
  test::Sketch s = test::chain(1'000'000);
  const auto sum = [&] {
    std::size_t out = 0;
    for (const auto t : lines_against_flow(s.box_count(), s.lines)) out += t;
    return out;
  };
  CHECK(sum() == 0);
  LayoutLine back;
  back.from = s.box_count() - 1;
  s.lines.push_back(back);
  CHECK(sum() == 1);
}

}  // namespace
}  // namespace modgraph
