#include "engine/analysis/build/build_schedule.h"

#include "tests/support/test.h"

namespace modgraph {
namespace {

BuildAction action(std::uint64_t duration, std::vector<std::uint32_t> needs,
                   std::uint64_t start = 0) {
  BuildAction out;
  out.duration = duration;
  out.start = start;
  out.needs = std::move(needs);
  return out;
}

// "7 of 12: 2 1 0 | 0 0 0 3": length, total, the chain, the slack of each.
std::string schedule(std::vector<BuildAction> actions) {
  BuildTimings timings;
  timings.actions = std::move(actions);
  const BuildSchedule found = build_schedule(timings);
  std::string out =
      std::to_string(found.length) + " of " + std::to_string(found.total) + ":";
  for (const std::uint32_t a : found.path) out += " " + std::to_string(a);
  out += " |";
  for (const std::uint64_t s : found.slack) out += " " + std::to_string(s);
  return out;
}

TEST_CASE("the longest chain of actions, in the order in which they run") {
  CHECK(schedule({action(1, {1, 2}), action(5, {3}), action(2, {3}),
                  action(4, {})}) == "10 of 12: 3 1 0 | 0 0 3 0");
  CHECK(schedule({}) == "0 of 0: |");
  CHECK(schedule({action(0, {1}), action(0, {})}) == "0 of 0: | 0 0");
}

TEST_CASE("of equally long chains the first of the file, without idle steps") {
  CHECK(schedule({action(1, {2, 1}), action(5, {3}), action(5, {3}),
                  action(0, {})}) == "6 of 11: 1 0 | 0 0 0 0");
}

TEST_CASE("what it took lies between the first start and the last end") {
  BuildTimings timings;
  timings.actions = {action(3, {1}, 4), action(2, {}, 0)};
  CHECK(build_schedule(timings).elapsed == 7);
}

TEST_CASE("a chain of a million actions") {
  constexpr std::uint32_t kActions = 1'000'000;
  BuildTimings timings;
  for (std::uint32_t a = 0; a + 1 < kActions; ++a)
    timings.actions.push_back(action(1, {a + 1}));
  timings.actions.push_back(action(1, {}));
  CHECK(build_schedule(timings).path.size() == kActions);
}

}  // namespace
}  // namespace modgraph
