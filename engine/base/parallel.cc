#include "engine/base/parallel.h"

#include <algorithm>

#include "engine/base/thread_team.h"

namespace modgraph {
namespace {

// Enough for an even share when pieces take different times.
constexpr std::size_t kMaxPieces = 64;

bool only_one_thread() { return ThreadTeam::instance().limit() == 1; }

}  // namespace

void run_tasks(std::size_t work,
               std::initializer_list<std::function<void()>> tasks) {
  if (work < kWorthThreads || only_one_thread()) {
    for (const auto& task : tasks) task();
    return;
  }
  ThreadTeam::instance().run(tasks.size(),
                             [&](std::size_t i) { tasks.begin()[i](); });
}

void run_pieces(std::size_t count,
                const std::function<void(std::size_t, std::size_t)>& run,
                std::size_t worth) {
  if (count < worth || only_one_thread()) {
    run(0, count);
    return;
  }
  const std::size_t pieces = std::min(count, kMaxPieces);
  ThreadTeam::instance().run(pieces, [&](std::size_t i) {
    run(count * i / pieces, count * (i + 1) / pieces);
  });
}

void run_each(std::size_t work, std::size_t count,
              const std::function<void(std::size_t)>& run) {
  if (work < kWorthThreads || only_one_thread()) {
    for (std::size_t i = 0; i < count; ++i) run(i);
    return;
  }
  ThreadTeam::instance().run(count, run);
}

ThreadLimit::ThreadLimit(std::size_t count)
    : before_(ThreadTeam::instance().limit()) {
  ThreadTeam::instance().set_limit(count);
}

ThreadLimit::~ThreadLimit() { ThreadTeam::instance().set_limit(before_); }

}  // namespace modgraph
