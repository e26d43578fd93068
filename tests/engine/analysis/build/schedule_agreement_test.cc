// Build schedules against a search that tries every chain of actions.

#include <algorithm>

#include "engine/analysis/build/build_schedule.h"
#include "tests/support/environment.h"
#include "tests/support/random_text.h"
#include "tests/support/reference/structure.h"
#include "tests/support/test.h"

namespace modgraph {
namespace {

using Needs = std::vector<std::vector<std::uint32_t>>;

// Actions that need some of those behind them in a shuffled order.
BuildTimings random_timings(test::Random& random) {
  const std::size_t n = 1 + test::below(random, 8);
  std::vector<std::uint32_t> order(n);
  for (std::uint32_t a = 0; a < n; ++a) order[a] = a;
  for (std::size_t a = n; a > 1; --a)
    std::swap(order[a - 1], order[test::below(random, a)]);
  BuildTimings out;
  out.actions.resize(n);
  const std::size_t dense = 1 + test::below(random, 4);
  for (std::size_t i = 0; i < n; ++i) {
    BuildAction& action = out.actions[order[i]];
    action.duration = test::below(random, 4);
    action.start = test::below(random, 9);
    for (std::size_t j = i + 1; j < n; ++j)
      if (test::below(random, 4) < dense) action.needs.push_back(order[j]);
  }
  return out;
}

// The same actions, each needed by those that it needs.
Needs turned(const Needs& needs) {
  Needs out(needs.size());
  for (std::uint32_t a = 0; a < needs.size(); ++a)
    for (const std::uint32_t need : needs[a]) out[need].push_back(a);
  return out;
}

std::size_t check(const BuildTimings& timings) {
  Needs needs;
  std::vector<std::uint64_t> durations;
  for (const BuildAction& action : timings.actions) {
    needs.push_back(action.needs);
    durations.push_back(action.duration);
  }
  const auto head = reference::longest_chains_to(needs, durations);
  const auto tail = reference::longest_chains_to(turned(needs), durations);
  const BuildSchedule found = build_schedule(timings);
  CHECK(found.length == *std::max_element(head.begin(), head.end()));
  std::uint64_t on_path = 0;
  for (std::size_t i = 0; i < found.path.size(); ++i) {
    const std::uint32_t a = found.path[i];
    on_path += durations[a];
    if (i == 0) continue;
    const auto& before = needs[a];
    CHECK(std::find(before.begin(), before.end(), found.path[i - 1]) !=
          before.end());
  }
  CHECK(on_path == found.length);
  for (std::size_t a = 0; a < needs.size(); ++a)
    CHECK(found.slack[a] == found.length - (head[a] + tail[a] - durations[a]));
  return 2 + needs.size();
}

TEST_CASE("schedules of random builds") {
  test::Random random(20240613);
  std::size_t compared = 0;
  for (int i = 0; i < 20'000; ++i) compared += check(random_timings(random));
  test::report("schedules of random builds", compared, "comparisons");
}

}  // namespace
}  // namespace modgraph
