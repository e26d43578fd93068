#include "engine/base/thread_team.h"

#include <algorithm>
#include <exception>
#include <system_error>

namespace modgraph {
namespace {

// Waking a sleeping thread takes some 50 us. One that has just worked looks for
// more about as long before it sleeps.
constexpr int kLooks = 1000;

void rest_a_little() {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#else
  std::this_thread::yield();
#endif
}

}  // namespace

struct ThreadTeam::Batch {
  std::size_t count;
  const std::function<void(std::size_t)>& task;
  std::size_t number;  // by time of opening
  std::atomic<std::size_t> next = 0;
  std::size_t helpers = 0;  // under the team's mutex
  std::mutex mutex = {};    // of what follows
  std::size_t failed = 0;
  std::exception_ptr error = {};

  bool is_open() const { return next < count; }

  void work() {
    for (std::size_t i = next++; i < count; i = next++) {
      try {
        task(i);
      } catch (...) {
        const std::lock_guard lock(mutex);
        if (error == nullptr || i < failed) {
          failed = i;
          error = std::current_exception();
        }
      }
    }
  }
};

ThreadTeam& ThreadTeam::instance() {
  static ThreadTeam team;
  return team;
}

std::size_t ThreadTeam::cores() {
  return std::max(1U, std::thread::hardware_concurrency());
}

ThreadTeam::~ThreadTeam() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    changed();
  }
  for (std::thread& thread : threads_) thread.join();
}

void ThreadTeam::set_limit(std::size_t limit) {
  limit_ = std::clamp<std::size_t>(limit, 1, cores());
}

void ThreadTeam::run(std::size_t count,
                     const std::function<void(std::size_t)>& task) {
  std::unique_lock lock(mutex_);
  start();
  Batch batch{count, task, ++opened_};
  open_.push_back(&batch);
  changed();
  lock.unlock();
  batch.work();
  lock.lock();
  open_.erase(std::find(open_.begin(), open_.end(), &batch));
  while (batch.helpers > 0) {
    // Only what was opened later: it may be what this batch waits for.
    if (Batch* const other = find_open(batch.number))
      help(*other, lock);
    else
      wait_for_change(lock);
  }
  lock.unlock();
  if (batch.error) std::rethrow_exception(batch.error);
}

// Where the system has no more threads, fewer do.
void ThreadTeam::start() {
  if (started_) return;
  started_ = true;
  try {
    for (std::size_t i = 1; i < cores(); ++i)
      threads_.emplace_back([this, i] { serve(i); });
  } catch (const std::system_error&) {
  }
}

void ThreadTeam::serve(std::size_t number) {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    Batch* const batch = number < limit_ ? find_open(0) : nullptr;
    if (batch != nullptr)
      help(*batch, lock);
    else
      wait_for_change(lock);
  }
}

// The latest: the others wait for it.
ThreadTeam::Batch* ThreadTeam::find_open(std::size_t after) {
  for (std::size_t i = open_.size(); i > 0 && open_[i - 1]->number > after; --i)
    if (open_[i - 1]->is_open()) return open_[i - 1];
  return nullptr;
}

void ThreadTeam::help(Batch& batch, std::unique_lock<std::mutex>& lock) {
  ++batch.helpers;
  lock.unlock();
  batch.work();
  lock.lock();
  if (--batch.helpers == 0) changed();
}

void ThreadTeam::wait_for_change(std::unique_lock<std::mutex>& lock) {
  const std::size_t seen = changes_;
  lock.unlock();
  for (int i = 0; i < kLooks && changes_ == seen; ++i) rest_a_little();
  lock.lock();
  condition_.wait(lock, [&] { return changes_ != seen; });
}

void ThreadTeam::changed() {
  ++changes_;
  condition_.notify_all();
}

}  // namespace modgraph
