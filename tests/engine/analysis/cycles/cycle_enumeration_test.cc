#include "engine/analysis/cycles/cycle_enumeration.h"

#include "tests/support/component_graph.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

// "ab abc ...": the cycles; "..." when there are more.
std::string listed_cycles(std::string_view text,
                          const CycleLimits& limits = {}) {
  const EnumeratedCycles found =
      enumerate_cycles(test::component_graph(text), limits);
  std::string out;
  for (const auto& cycle : found.cycles) {
    out += out.empty() ? "" : " ";
    for (const std::uint32_t v : cycle) out += static_cast<char>('a' + v);
  }
  return out + (found.truncated ? " ..." : "");
}

TEST_CASE("every cycle, the shortest first") {
  CHECK(listed_cycles("a: b | b: a") == "ab");
  CHECK(listed_cycles("a: b c | b: c a | c: a") == "ab ac abc");
  CHECK(listed_cycles("a: b | b: c | c: b a") == "bc abc");
  CHECK(listed_cycles("a: b | b: b a") == "b ab");
}

TEST_CASE("a limit that is reached is told, one that is met is not") {
  const std::string text = "a: b c | b: c a | c: a b";
  CHECK(listed_cycles(text) == "ab ac bc abc acb");
  CHECK(listed_cycles(text, {.max_cycles = 5}) == "ab ac bc abc acb");
  CHECK(listed_cycles(text, {.max_cycles = 2}).ends_with(" ..."));
  CHECK(listed_cycles(text, {.max_cycles = 0}) == " ...");
  CHECK(listed_cycles(text, {.max_cycles = 100, .work = 3}).ends_with(" ..."));
}

ComponentGraph complete(std::uint32_t vertices) {
  std::vector<std::uint32_t> begins{0};
  std::vector<ComponentGraph::Arc> arcs;
  for (std::uint32_t v = 0; v < vertices; ++v) {
    for (std::uint32_t w = 0; w < vertices; ++w)
      if (v != w) arcs.push_back({w, 1});
    begins.push_back(static_cast<std::uint32_t>(arcs.size()));
  }
  return component_graph(begins, arcs, {});
}

TEST_CASE("of more cycles than atoms there are as many as were asked for") {
  const EnumeratedCycles found =
      enumerate_cycles(complete(200), {.max_cycles = 1000});
  CHECK(found.cycles.size() == 1000);
  CHECK(found.truncated);
}

TEST_CASE("a large ring is one cycle") {
  constexpr std::uint32_t kLength = 1'000'000;
  std::vector<std::uint32_t> begins;
  std::vector<ComponentGraph::Arc> arcs;
  for (std::uint32_t v = 0; v <= kLength; ++v) begins.push_back(v);
  for (std::uint32_t v = 0; v < kLength; ++v)
    arcs.push_back({(v + 1) % kLength, 1});
  const EnumeratedCycles found =
      enumerate_cycles(component_graph(begins, arcs, {}));
  REQUIRE(found.cycles.size() == 1);
  CHECK(found.cycles[0].size() == kLength);
  CHECK_FALSE(found.truncated);
}

}  // namespace
}  // namespace modgraph
