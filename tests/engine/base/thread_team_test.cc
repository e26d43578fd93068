#include "engine/base/thread_team.h"

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("a team runs every task once") {
  ThreadTeam team;
  for (const std::size_t count :
       {std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{10'000}}) {
    std::vector<int> seen(count, 0);
    team.run(count, [&](std::size_t i) { ++seen[i]; });
    CHECK(seen == std::vector<int>(count, 1));
  }
}

TEST_CASE("tasks share work themselves, many at a time") {
  ThreadTeam team;
  std::atomic<int> leaves = 0;
  for (int round = 0; round < 200; ++round)
    team.run(4, [&](std::size_t) {
      team.run(
          3, [&](std::size_t) { team.run(2, [&](std::size_t) { ++leaves; }); });
    });
  CHECK(leaves == 200 * 4 * 3 * 2);
}

TEST_CASE("all tasks run, and the first exception by number comes out") {
  ThreadTeam team;
  for (int round = 0; round < 100; ++round) {
    std::atomic<int> ran = 0;
    std::string text;
    try {
      team.run(50, [&](std::size_t i) {
        ++ran;
        if (i % 7 == 3) throw std::runtime_error(std::to_string(i));
      });
    } catch (const std::runtime_error& e) {
      text = e.what();
    }
    CHECK(text == "3");
    CHECK(ran == 50);
  }
}

TEST_CASE("a limit is at least one thread and at most all cores") {
  ThreadTeam team;
  CHECK(team.limit() == ThreadTeam::cores());
  team.set_limit(0);
  CHECK(team.limit() == 1);
  team.set_limit(1'000'000);
  CHECK(team.limit() == ThreadTeam::cores());
}

}  // namespace
}  // namespace modgraph
