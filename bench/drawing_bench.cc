// How long does a layered drawing take, per box?
//
// Generated lines between boxes of the size of a module's: each box is required
// by one to three boxes before it, anywhere (lanes through many layers) or near
// it (long chains, as in module graphs).

#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

#include "engine/layout/layout.h"
#include "engine/layout/sequence.h"

namespace modgraph::bench {
namespace {

struct Drawing {
  std::vector<LayoutBox> boxes;
  std::vector<LayoutLine> lines;
};

// `reach`: how many boxes before it may require a box.
Drawing drawing(std::uint32_t box_count, std::uint32_t reach) {
  Sequence sequence(box_count);
  Drawing out;
  for (std::uint32_t v = 0; v < box_count; ++v) {
    out.boxes.push_back({100 + static_cast<double>(sequence.below(100)), 40});
    for (std::uint64_t i = v == 0 ? 0 : 1 + sequence.below(3); i > 0; --i) {
      const auto back = sequence.below(std::min(v, reach));
      out.lines.push_back(
          {.from = v - 1 - static_cast<std::uint32_t>(back), .to = v});
    }
  }
  return out;
}

void draw(benchmark::State& state) {
  const auto count = static_cast<std::uint32_t>(state.range(0));
  const Drawing d = drawing(count, static_cast<std::uint32_t>(state.range(1)));
  Layout layout;
  for (auto _ : state) layout = lay_out(d.boxes, d.lines);
  state.counters["lines"] = static_cast<double>(d.lines.size());
  state.counters["layers"] =
      1 + static_cast<double>(*std::ranges::max_element(layout.layers));
  state.counters["crossings"] = static_cast<double>(layout.crossings);
}

BENCHMARK(draw)
    ->ArgNames({"boxes", "reach"})
    ->ArgsProduct({{100, 1'000, 10'000}, {50, 1'000'000}})
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace modgraph::bench

BENCHMARK_MAIN();
