#include "engine/base/parallel.h"

#include <chrono>
#include <mutex>
#include <numeric>
#include <set>
#include <stdexcept>
#include <thread>

#include "tests/support/test.h"

namespace modgraph {
namespace {

TEST_CASE("all tasks run, few or many") {
  for (const std::size_t work : {std::size_t{0}, kWorthThreads}) {
    int a = 0;
    int b = 0;
    run_tasks(work, {[&] { a = 1; }, [&] { b = 2; }});
    CHECK(a == 1);
    CHECK(b == 2);
  }
}

TEST_CASE("pieces cover everything once") {
  for (const std::size_t count :
       {std::size_t{0}, std::size_t{7}, kWorthThreads - 1, kWorthThreads,
        3 * kWorthThreads + 1}) {
    std::vector<int> seen(count, 0);
    run_pieces(count, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) ++seen[i];
    });
    CHECK(std::accumulate(seen.begin(), seen.end(), std::size_t{0}) == count);
    CHECK(std::count(seen.begin(), seen.end(), 1) ==
          static_cast<std::ptrdiff_t>(count));
  }
}

TEST_CASE("with a limit of one thread everything runs in this one") {
  const ThreadLimit limit(1);
  std::mutex mutex;
  std::set<std::thread::id> threads;
  // Long enough for another thread, if there were one, to take a share.
  const auto work = [&] {
    std::this_thread::sleep_for(std::chrono::microseconds(100));
    const std::lock_guard lock(mutex);
    threads.insert(std::this_thread::get_id());
  };
  run_pieces(
      200, [&](std::size_t, std::size_t) { work(); }, 1);
  run_each(kWorthThreads, 200, [&](std::size_t) { work(); });
  CHECK(threads == std::set{std::this_thread::get_id()});
}

TEST_CASE("each number once, whatever the work") {
  for (const std::size_t work : {std::size_t{0}, kWorthThreads}) {
    std::vector<int> seen(100, 0);
    run_each(work, seen.size(), [&](std::size_t i) { ++seen[i]; });
    CHECK(seen == std::vector<int>(100, 1));
  }
}

TEST_CASE("an exception of a task comes out") {
  const auto fails = [] { throw std::runtime_error("task"); };
  CHECK_THROWS_AS(run_tasks(0, {fails}), std::runtime_error);
  CHECK_THROWS_AS(run_tasks(kWorthThreads, {fails, fails}), std::runtime_error);
}

}  // namespace
}  // namespace modgraph
