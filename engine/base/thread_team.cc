#include "engine/base/thread_team.h"

#if defined(__linux__)
#include <pthread.h>
#include <sched.h>
#endif

#include <algorithm>
#include <system_error>

namespace modgraph {
namespace {

#if defined(__linux__)
// The system often begins a thread on the core of the one that made it, where
// it takes turns with it for milliseconds although another core is idle. So it
// is sent away from there; it may come back once it runs.
class Elsewhere {
 public:
  Elsewhere() {
    CPU_ZERO(&all_);
    const int here = sched_getcpu();
    known_ = here >= 0 && sched_getaffinity(0, sizeof all_, &all_) == 0;
    others_ = all_;
    if (known_) CPU_CLR(static_cast<unsigned>(here), &others_);
    known_ = known_ && CPU_COUNT(&others_) > 0;
  }
  void send(std::thread& thread) const {
    if (known_)
      pthread_setaffinity_np(thread.native_handle(), sizeof others_, &others_);
  }
  // For the thread that was sent.
  void free_this() const {
    if (known_) pthread_setaffinity_np(pthread_self(), sizeof all_, &all_);
  }

 private:
  cpu_set_t all_, others_;
  bool known_ = false;
};
#else
struct Elsewhere {
  void send(std::thread&) const {}
  void free_this() const {}
};
#endif

}  // namespace

void rest_a_little() {
#if defined(__x86_64__) || defined(__i386__)
  __builtin_ia32_pause();
#else
  std::this_thread::yield();
#endif
}

ThreadTeam::Batch::Batch(ThreadTeam& team, std::size_t count,
                         const std::function<void(std::size_t)>& task)
    : team_(team), count_(count), task_(task) {
  const std::lock_guard lock(team.mutex_);
  team.open(*this);
}

void ThreadTeam::Batch::work() {
  for (std::size_t i = next_++; i < count_; i = next_++) {
    try {
      task_(i);
    } catch (...) {
      const std::lock_guard lock(error_mutex_);
      if (error_ == nullptr || i < failed_) {
        failed_ = i;
        error_ = std::current_exception();
      }
    }
  }
}

void ThreadTeam::Batch::close() {
  std::unique_lock lock(team_.mutex_);
  if (closed_) return;
  closed_ = true;
  next_ = count_;
  team_.open_.erase(std::find(team_.open_.begin(), team_.open_.end(), this));
  while (helpers_ > 0) {
    // Only batches opened later: one of them may be what this batch waits for.
    if (Batch* const other = team_.find_open(number_))
      team_.help(*other, lock);
    else
      team_.wait_for_helpers(lock);
  }
}

ThreadTeam& ThreadTeam::instance() {
  // Never destroyed: waking sleeping threads to end them takes longer than the
  // end of the process.
  static ThreadTeam& team = *new ThreadTeam;
  return team;
}

std::size_t ThreadTeam::cores() {
  return std::max(1U, std::thread::hardware_concurrency());
}

ThreadTeam::~ThreadTeam() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    work_.notify_all();
  }
  for (std::thread& thread : threads_) thread.join();
}

void ThreadTeam::set_limit(std::size_t limit) {
  limit_ = std::clamp<std::size_t>(limit, 1, most_);
}

void ThreadTeam::run(std::size_t count,
                     const std::function<void(std::size_t)>& task) {
  Batch batch(*this, count, task);
  batch.work();
  batch.close();
  if (batch.error()) std::rethrow_exception(batch.error());
}

void ThreadTeam::open(Batch& batch) {
  start(std::min(batch.count_, limit_ - 1));
  batch.number_ = ++opened_;
  open_.push_back(&batch);
  // A team that is larger than its limit has members who may not work.
  if (batch.count_ >= threads_.size() || threads_.size() >= limit_)
    work_.notify_all();
  else
    for (std::size_t i = 0; i < batch.count_; ++i) work_.notify_one();
  done_.notify_all();
}

// Where the system has no more threads, fewer do.
void ThreadTeam::start(std::size_t helpers) {
  if (threads_.size() >= helpers) return;
  const Elsewhere elsewhere;
  try {
    for (std::size_t i = threads_.size() + 1; i <= helpers; ++i)
      elsewhere.send(threads_.emplace_back([this, i, elsewhere] {
        // The team is locked until all were sent.
        { const std::lock_guard lock(mutex_); }
        elsewhere.free_this();
        serve(i);
      }));
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
      wait_for_work(lock);
  }
}

// The latest: the others wait for it.
ThreadTeam::Batch* ThreadTeam::find_open(std::size_t after) {
  for (std::size_t i = open_.size(); i > 0 && open_[i - 1]->number_ > after;
       --i)
    if (open_[i - 1]->next_ < open_[i - 1]->count_) return open_[i - 1];
  return nullptr;
}

void ThreadTeam::help(Batch& batch, std::unique_lock<std::mutex>& lock) {
  ++batch.helpers_;
  lock.unlock();
  batch.work();
  lock.lock();
  if (--batch.helpers_ > 0) return;
  ++ended_;
  done_.notify_all();
}

void ThreadTeam::wait_for_work(std::unique_lock<std::mutex>& lock) {
  const std::size_t opened = opened_;
  const auto is_over = [&] { return opened_ != opened || stopping_; };
  lock.unlock();
  for (int i = 0; i < kRestsBeforeSleep && !is_over(); ++i) rest_a_little();
  lock.lock();
  work_.wait(lock, is_over);
}

void ThreadTeam::wait_for_helpers(std::unique_lock<std::mutex>& lock) {
  const std::size_t opened = opened_, ended = ended_;
  const auto is_over = [&] { return opened_ != opened || ended_ != ended; };
  lock.unlock();
  for (int i = 0; i < kRestsBeforeSleep && !is_over(); ++i) rest_a_little();
  lock.lock();
  done_.wait(lock, is_over);
}

}  // namespace modgraph
