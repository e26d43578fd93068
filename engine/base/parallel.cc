#include "engine/base/parallel.h"

#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_group.h>

#include <algorithm>

namespace modgraph {
namespace {

// The library would start a thread even when it may not use it.
bool only_one_thread() {
  return tbb::global_control::active_value(
             tbb::global_control::max_allowed_parallelism) == 1;
}

}  // namespace

void run_tasks(std::size_t work,
               std::initializer_list<std::function<void()>> tasks) {
  if (work < kWorthThreads || only_one_thread()) {
    for (const auto& task : tasks) task();
    return;
  }
  tbb::task_group group;
  for (const auto& task : tasks) group.run(task);
  group.wait();
}

void run_pieces(std::size_t count,
                const std::function<void(std::size_t, std::size_t)>& run,
                std::size_t worth) {
  if (count < worth || only_one_thread()) {
    run(0, count);
    return;
  }
  tbb::parallel_for(
      tbb::blocked_range<std::size_t>(0, count,
                                      std::max<std::size_t>(count / 64, 1)),
      [&](const auto& piece) { run(piece.begin(), piece.end()); });
}

void run_each(std::size_t work, std::size_t count,
              const std::function<void(std::size_t)>& run) {
  if (work < kWorthThreads || only_one_thread()) {
    for (std::size_t i = 0; i < count; ++i) run(i);
    return;
  }
  tbb::parallel_for(std::size_t{0}, count, run);
}

struct ThreadLimit::Control {
  tbb::global_control limit;
};

ThreadLimit::ThreadLimit(std::size_t count)
    : control_(
          new Control{{tbb::global_control::max_allowed_parallelism, count}}) {}

ThreadLimit::~ThreadLimit() = default;

}  // namespace modgraph
