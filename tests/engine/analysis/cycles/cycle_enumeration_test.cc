#include "engine/analysis/cycles/cycle_enumeration.h"

#include "tests/support/loop_graph.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "ab abc ...": the loops; "..." when there are more.
std::string loops(std::string_view text, const LoopLimits& limits = {}) {
  const EnumeratedLoops found = enumerate_loops(test::loop_graph(text), limits);
  std::string out;
  for (const auto& loop : found.loops) {
    out += out.empty() ? "" : " ";
    for (const std::uint32_t v : loop) out += static_cast<char>('a' + v);
  }
  return out + (found.truncated ? " ..." : "");
}

TEST_CASE("every loop, the shortest first") {
  CHECK(loops("a: b | b: a") == "ab");
  CHECK(loops("a: b c | b: c a | c: a") == "ab ac abc");
  CHECK(loops("a: b | b: c | c: b a") == "bc abc");
  CHECK(loops("a: b | b: b a") == "b ab");
}

TEST_CASE("a limit that is reached is told, one that is met is not") {
  const std::string text = "a: b c | b: c a | c: a b";
  CHECK(loops(text) == "ab ac bc abc acb");
  CHECK(loops(text, {.most = 5}) == "ab ac bc abc acb");
  CHECK(loops(text, {.most = 2}).ends_with(" ..."));
  CHECK(loops(text, {.most = 0}) == " ...");
  CHECK(loops(text, {.most = 100, .work = 3}).ends_with(" ..."));
}

LoopGraph complete(std::uint32_t vertices) {
  std::vector<std::uint32_t> begins{0};
  std::vector<LoopGraph::Arc> arcs;
  for (std::uint32_t v = 0; v < vertices; ++v) {
    for (std::uint32_t w = 0; w < vertices; ++w)
      if (v != w) arcs.push_back({w, 1});
    begins.push_back(static_cast<std::uint32_t>(arcs.size()));
  }
  return loop_graph(begins, arcs, {});
}

TEST_CASE("of more loops than atoms there are as many as were asked for") {
  const EnumeratedLoops found = enumerate_loops(complete(200), {.most = 1000});
  CHECK(found.loops.size() == 1000);
  CHECK(found.truncated);
}

TEST_CASE("a large ring is one loop") {
  constexpr std::uint32_t kLength = 1'000'000;
  std::vector<std::uint32_t> begins;
  std::vector<LoopGraph::Arc> arcs;
  for (std::uint32_t v = 0; v <= kLength; ++v) begins.push_back(v);
  for (std::uint32_t v = 0; v < kLength; ++v)
    arcs.push_back({(v + 1) % kLength, 1});
  const EnumeratedLoops found = enumerate_loops(loop_graph(begins, arcs, {}));
  REQUIRE(found.loops.size() == 1);
  CHECK(found.loops[0].size() == kLength);
  CHECK_FALSE(found.truncated);
}

}  // namespace
}  // namespace modgraph
