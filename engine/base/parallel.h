#pragma once

// Work that may use all cores (thread_team.h). Results never depend on how many
// there are: each task writes its own place.

#include <cstddef>
#include <functional>
#include <initializer_list>

namespace modgraph {

/// Inputs below this many edges or rows are done before threads have started.
inline constexpr std::size_t kWorthThreads = 50'000;

/// The same for rows that become sentences, which is ten times the work.
inline constexpr std::size_t kWorthTextThreads = kWorthThreads / 10;

/// Runs all tasks and waits. With `work` below kWorthThreads one after the
/// other, else side by side. Tasks must not share what they write. An exception
/// of a task comes out here.
void run_tasks(std::size_t work,
               std::initializer_list<std::function<void()>> tasks);

/// Calls run(begin, end) for pieces of 0..count-1 that cover it, side by side
/// when there are at least `worth` of them: fewer where one is a lot of work.
void run_pieces(std::size_t count,
                const std::function<void(std::size_t, std::size_t)>& run,
                std::size_t worth = kWorthThreads);

/// Calls run(0) to run(count - 1), side by side when their `work` together is
/// at least kWorthThreads.
void run_each(std::size_t work, std::size_t count,
              const std::function<void(std::size_t)>& run);

/// As long as it lives, at most `count` threads work at a time; with 1 none is
/// started. More than there are cores is the same as all cores.
class ThreadLimit {
 public:
  explicit ThreadLimit(std::size_t count);
  ThreadLimit(const ThreadLimit&) = delete;
  ThreadLimit& operator=(const ThreadLimit&) = delete;
  ~ThreadLimit();

 private:
  std::size_t before_;
};

}  // namespace modgraph
