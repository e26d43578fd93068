#include "engine/resolve/read_ahead.h"

#include <algorithm>
#include <utility>

namespace modgraph {
namespace {

// Reading so many go.mod files takes longer than waking a thread.
constexpr std::size_t kWorthThreadsFiles = 16;

// The one that asks can hardly keep more of them busy.
constexpr std::size_t kMaxReaders = 7;

// As many as can be in use, about; a few large files must not keep memory.
constexpr std::size_t kMaxSpares = 64;

// Until it is another one.
void wait_for_change(const std::atomic<std::uint32_t>& value,
                     std::uint32_t seen) {
  for (int i = 0; i < kRestsBeforeSleep; ++i) {
    if (value != seen) return;
    rest_a_little();
  }
  value.wait(seen);
}

}  // namespace

ReadAhead::ReadAhead(ModuleSource& source)
    : source_(source), serve_([this](std::size_t) { serve(); }) {}

ReadAhead::~ReadAhead() { end(); }

void ReadAhead::ask(const ModuleVersion& module) {
  std::size_t waiting = 0;
  {
    const std::lock_guard lock(mutex_);
    questions_.emplace_back().module = &module;
    waiting = questions_.size() - claimed_;
  }
  ++news_;
  news_.notify_one();
  if (may_share_ && !readers_ && waiting >= kWorthThreadsFiles) share();
}

SourceAnswer ReadAhead::take() {
  Question& oldest = questions_.front();
  while (oldest.answered == 0) {
    if (Question* const question = claim())
      answer(*question);
    else
      wait_for_change(oldest.answered, 0);
  }
  SourceAnswer out = std::move(oldest.answer);
  const std::exception_ptr error = oldest.error;
  {
    const std::lock_guard lock(mutex_);
    questions_.pop_front();
    --claimed_;
  }
  if (error) std::rethrow_exception(error);
  return out;
}

void ReadAhead::share() {
  ThreadTeam& team = ThreadTeam::instance();
  if (team.limit() == 1) return;
  ended_ = false;
  readers_.emplace(team, std::min(team.limit() - 1, kMaxReaders), serve_);
}

void ReadAhead::end() {
  may_share_ = false;
  ended_ = true;
  ++news_;
  news_.notify_all();
  readers_.reset();
}

void ReadAhead::serve() {
  while (!ended_) {
    const std::uint32_t seen = news_;
    if (Question* const question = claim())
      answer(*question);
    else if (!ended_)
      wait_for_change(news_, seen);
  }
}

ReadAhead::Question* ReadAhead::claim() {
  const std::lock_guard lock(mutex_);
  if (claimed_ == questions_.size()) return nullptr;
  Question& question = questions_[claimed_++];
  if (!spares_.empty()) {
    question.spare = std::move(spares_.back());
    spares_.pop_back();
  }
  return &question;
}

void ReadAhead::give_back(ModuleSummary summary) {
  const std::lock_guard lock(mutex_);
  if (spares_.size() < kMaxSpares) spares_.push_back(std::move(summary));
}

void ReadAhead::answer(Question& question) {
  try {
    question.answer = source_.read(*question.module, std::move(question.spare));
  } catch (...) {
    question.error = std::current_exception();
  }
  question.answered = 1;
  question.answered.notify_one();
}

}  // namespace modgraph
