#include "engine/layout/ranks.h"

#include "engine/layout/acyclic.h"
#include "tests/support/drawings.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

std::vector<std::uint32_t> ranks_of(const test::Sketch& s) {
  return assign_ranks(s.box_count(), s.lines,
                      lines_against_flow(s.box_count(), s.lines));
}

std::string ranks(std::string_view text) {
  std::string out;
  for (const std::uint32_t rank : ranks_of(test::sketch(text)))
    out += (out.empty() ? "" : " ") + std::to_string(rank);
  return out;
}

TEST_CASE("every line leads to a later layer") {
  CHECK(ranks("a: b c | b: c") == "0 1 2");
  CHECK(ranks("a: b | b: c | c: a") == "0 1 2");
}

TEST_CASE("lines are as short as they can be together") {
  // d could be in layer 1, but its only line is shorter from layer 2.
  CHECK(ranks("a: b | b: c | c: e | d: e") == "0 1 2 2 3");
}

TEST_CASE("a label takes a layer of its own") {
  CHECK(ranks("a: b= c | b: d | c: d") == "0 2 1 3");
}

TEST_CASE("a box that may stand in several layers takes the emptiest") {
  // f hangs between a and e: layers 1 to 3 cost the same.
  CHECK(ranks("a: b f g h | b: c | c: d | d: e | f: e | g: c | h: d") ==
        "0 1 2 3 4 2 1 1");
}

TEST_CASE("random drawings keep all lines, labels included") {
  std::mt19937 random(5);
  for (int round = 0; round < 1000; ++round) {
    const test::Sketch s = test::random_sketch(random, 30, 3);
    const auto against = lines_against_flow(s.box_count(), s.lines);
    const auto rank = assign_ranks(s.box_count(), s.lines, against);
    for (std::size_t i = 0; i < s.lines.size(); ++i) {
      if (s.lines[i].from == s.lines[i].to) continue;
      auto [up, down] = std::pair(s.lines[i].from, s.lines[i].to);
      if (against[i] != 0) std::swap(up, down);
      REQUIRE(rank[down] >= rank[up] + (s.lines[i].label_width > 0 ? 2 : 1));
    }
  }
}

}  // namespace
}  // namespace modgraph
