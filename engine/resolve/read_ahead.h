#pragma once

// go.mod files read before the loader comes to them.
//
// The idea: the loader walks requirements breadth first, and knows of a module
// long before its turn. What it asks for goes into a queue that other threads
// read from, in order; the loader takes the answers in the order in which it
// asked, and reads itself when the next answer is not there yet. So answers
// come in the same order at any number of threads, and no thread waits for a
// wave to end.
//
// Asking and taking are for one thread.
// Tested by tests/engine/resolve/read_ahead_test.cc.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

#include "engine/base/thread_team.h"
#include "engine/resolve/module_source.h"

namespace modgraph {

class ReadAhead {
 public:
  /// The source must outlive it.
  explicit ReadAhead(ModuleSource& source);
  ReadAhead(const ReadAhead&) = delete;
  ReadAhead& operator=(const ReadAhead&) = delete;
  ~ReadAhead();

  /// Asks for a module, which must stay where it is until its answer is taken.
  void ask(const ModuleVersion& module);

  /// The answer to the oldest question whose answer was not taken. Requires
  /// that there is one. An exception of the source comes out here.
  SourceAnswer take();

  /// Takes back a summary that is done with: taking memory is cheap on the
  /// thread that gives it back, and else makes threads wait for each other.
  void give_back(ModuleSummary summary);

  /// Lets other threads read from now on, if there is enough to read.
  void begin() { may_share_ = true; }
  /// Gives the other threads back; what was asked for stays asked.
  void end();

 private:
  struct Question {
    const ModuleVersion* module = nullptr;
    ModuleSummary spare;
    SourceAnswer answer;
    std::exception_ptr error;
    std::atomic<std::uint32_t> answered = 0;
  };

  Question* claim();
  void answer(Question& question);
  void share();
  void serve();

  ModuleSource& source_;
  std::mutex mutex_;
  std::deque<Question> questions_;  // the oldest first
  std::size_t claimed_ = 0;         // of questions_
  std::vector<ModuleSummary> spares_;
  std::atomic<std::uint32_t> news_ = 0;
  std::atomic<bool> ended_ = false;
  bool may_share_ = false;
  std::function<void(std::size_t)> serve_;
  std::optional<ThreadTeam::Batch> readers_;
};

}  // namespace modgraph
