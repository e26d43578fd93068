#pragma once

// One line on a terminal that says how far a long task is; nothing where
// standard error is no terminal, and nothing for the first half second.

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace modgraph {

class ProgressLine {
 public:
  /// `what` is counted: "edits tried".
  explicit ProgressLine(std::string_view what);
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  /// Erases the line.
  ~ProgressLine();

  void show(std::size_t done);

 private:
  using Clock = std::chrono::steady_clock;
  std::string what_;
  bool is_terminal_;
  bool is_shown_ = false;
  Clock::time_point next_;
};

}  // namespace modgraph
