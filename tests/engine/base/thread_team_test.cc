#include "engine/base/thread_team.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("a team runs every task once") {
  ThreadTeam team(5);
  for (const std::size_t count :
       {std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{10'000}}) {
    std::vector<int> seen(count, 0);
    team.run(count, [&](std::size_t i) { ++seen[i]; });
    CHECK(seen == std::vector<int>(count, 1));
  }
}

TEST_CASE("tasks share work themselves, many at a time") {
  ThreadTeam team(5);
  std::atomic<int> leaves = 0;
  for (int round = 0; round < 200; ++round)
    team.run(4, [&](std::size_t) {
      team.run(
          3, [&](std::size_t) { team.run(2, [&](std::size_t) { ++leaves; }); });
    });
  CHECK(leaves == 200 * 4 * 3 * 2);
}

TEST_CASE("all tasks run, and the first exception by number comes out") {
  ThreadTeam team(5);
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

TEST_CASE("a limit is at least one thread and at most the team") {
  ThreadTeam team(5);
  CHECK(team.limit() == 5);
  team.set_limit(0);
  CHECK(team.limit() == 1);
  team.set_limit(1'000'000);
  CHECK(team.limit() == 5);
  CHECK(ThreadTeam::instance().limit() == ThreadTeam::cores());
}

TEST_CASE("no more threads than the limit work at a time") {
  ThreadTeam team(8);
  for (const std::size_t limit : {8U, 3U, 2U, 1U, 5U}) {
    team.set_limit(limit);
    std::atomic<std::size_t> working = 0, most = 0;
    team.run(200, [&](std::size_t) {
      const std::size_t now = ++working;
      for (std::size_t seen = most; seen < now;)
        if (most.compare_exchange_weak(seen, now)) break;
      std::this_thread::sleep_for(std::chrono::microseconds(50));
      --working;
    });
    CHECK(most <= limit);
    CHECK(most >= 1);
  }
}

TEST_CASE("a batch that is closed begins no more tasks") {
  ThreadTeam team(4);
  for (int round = 0; round < 100; ++round) {
    std::atomic<int> begun = 0, ended = 0;
    const std::function<void(std::size_t)> task = [&](std::size_t) {
      ++begun;
      std::this_thread::yield();
      ++ended;
    };
    int at_close = 0;
    {
      ThreadTeam::Batch batch(team, 1000, task);
      batch.close();
      at_close = begun;
      CHECK(ended == at_close);
    }
    CHECK(begun == at_close);
  }
}

}  // namespace
}  // namespace modgraph
