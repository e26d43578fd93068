#pragma once

// The threads of the process: as many as there are cores at most, started when
// there is work for them and kept until the end.
//
// The idea: a batch is a number of tasks that share one counter. Whoever has
// time takes the next number, the caller too, so that a batch needs no other
// thread to come to its end. A caller that waits for the last tasks of its
// batch works on batches that those tasks have opened.
//
// A library of tasks would do, but loading and starting it takes longer than a
// small run: README and bench/ promise a few milliseconds.

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace modgraph {

class ThreadTeam {
 public:
  class Batch;

  /// The one of the process.
  static ThreadTeam& instance();

  /// Of so many threads, those that share work included.
  explicit ThreadTeam(std::size_t most = cores()) : most_(most), limit_(most) {}
  ThreadTeam(const ThreadTeam&) = delete;
  ThreadTeam& operator=(const ThreadTeam&) = delete;
  ~ThreadTeam();

  /// Runs task(0) to task(count - 1), each once, and waits for them. All run,
  /// also when one throws; the exception of the lowest number comes out. Tasks
  /// may share work themselves.
  void run(std::size_t count, const std::function<void(std::size_t)>& task);

  /// How many threads may work at a time, this one included: at least 1, at
  /// most the size of the team.
  std::size_t limit() const { return limit_; }
  void set_limit(std::size_t limit);

  /// The number of cores that this process may use.
  static std::size_t cores();

 private:
  // All but serve() want the team locked.
  void open(Batch& batch);
  void start(std::size_t helpers);
  void serve(std::size_t number);
  Batch* find_open(std::size_t after);
  void help(Batch& batch, std::unique_lock<std::mutex>& lock);
  void wait_for_work(std::unique_lock<std::mutex>& lock);
  void wait_for_helpers(std::unique_lock<std::mutex>& lock);

  const std::size_t most_;
  std::atomic<std::size_t> limit_;
  std::mutex mutex_;
  std::condition_variable work_;  // was opened
  std::condition_variable done_;  // is the last help with a batch, or work_
  std::atomic<std::size_t> opened_ = 0;  // so many batches, and
  std::atomic<std::size_t> ended_ = 0;   // so many last helps
  std::vector<Batch*> open_;             // by number
  std::atomic<bool> stopping_ = false;
  std::vector<std::thread> threads_;
};

/// Tasks that the other threads of a team take from as long as it is open.
class ThreadTeam::Batch {
 public:
  /// Team and task must outlive it.
  Batch(ThreadTeam& team, std::size_t count,
        const std::function<void(std::size_t)>& task);
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;
  /// Closes it.
  ~Batch() { close(); }

  /// Takes tasks until there are no more to begin.
  void work();
  /// No more tasks are begun; waits for those that were.
  void close();
  /// Of the task of the lowest number that threw; null without one.
  std::exception_ptr error() const { return error_; }

 private:
  friend class ThreadTeam;

  ThreadTeam& team_;
  const std::size_t count_;
  const std::function<void(std::size_t)>& task_;
  std::size_t number_ = 0;  // by time of opening
  std::atomic<std::size_t> next_ = 0;
  bool closed_ = false;      // under the team's mutex, as are
  std::size_t helpers_ = 0;  // the threads that work on it
  std::mutex error_mutex_;
  std::size_t failed_ = 0;
  std::exception_ptr error_;
};

/// Lets a thread that waits for others rest for a moment without giving up its
/// core.
void rest_a_little();

/// For how many of these moments waiting is better than sleeping: waking takes
/// some 50 us.
inline constexpr int kRestsBeforeSleep = 1000;

}  // namespace modgraph
