#pragma once

// The file that is written before it takes the name of another: nothing of it
// is left behind, however the process ends.
// Tested by tests/cli/terminal/output_file_test.cc and tests/faults.

#include <string>

namespace modgraph {

/// A new file beside `target`. Its name follows from the target's, so that the
/// next run for the same target finds and removes what a killed one left; while
/// it is open it is locked, so that no run takes that of another that is alive.
class UnfinishedFile {
 public:
  explicit UnfinishedFile(std::string target);
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;
  /// Removes the file, unless it has taken the target's name.
  ~UnfinishedFile();

  /// -1 when there is none: errno says why.
  int fd() const { return fd_; }
  /// Takes the target's name, and makes that last (fsync of the folder). The
  /// errno of the failure, or 0.
  int replace_target();

 private:
  std::string target_;
  std::string path_;
  int fd_ = -1;
};

/// For signal handlers, which return then: whether the signal has to wait for a
/// moment, because a file is being made or takes its name. It is raised again.
bool waits_for_unfinished_file(int signal) noexcept;

/// Removes the unfinished file: for signal handlers.
void remove_unfinished_file() noexcept;

}  // namespace modgraph
