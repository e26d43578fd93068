#include "cli/terminal/progress_line.h"

#include <fmt/core.h>
#include <unistd.h>

#include <cstdio>

namespace modgraph {
namespace {

constexpr std::chrono::milliseconds kQuiet{500};
constexpr std::chrono::milliseconds kBetween{100};

}  // namespace

ProgressLine::ProgressLine(std::string_view what)
    : what_(what),
      is_terminal_(isatty(STDERR_FILENO) == 1),
      next_(Clock::now() + kQuiet) {}

ProgressLine::~ProgressLine() {
  if (is_shown_) fmt::print(stderr, "\r\x1b[K");
}

void ProgressLine::show(std::size_t done) {
  if (!is_terminal_ || Clock::now() < next_) return;
  next_ = Clock::now() + kBetween;
  is_shown_ = true;
  fmt::print(stderr, "\r\x1b[K{} {}", done, what_);
  std::fflush(stderr);
}

}  // namespace modgraph
