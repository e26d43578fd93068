#pragma once

// Runs a program for a test, without a shell, and keeps what it says.

#include <string>
#include <vector>

namespace modgraph::test {

struct ProcessOptions {
  std::string directory;                 // "" is the current one
  std::string input;                     // what it reads on stdin
  std::vector<std::string> environment;  // "KEY=value", on top of ours
  bool only_these = false;               // without ours
};

struct ProcessResult {
  int exit_code = 0;  // 128 + the signal when one ended it; 127: not started
  std::string out;
  std::string err;
};

/// Runs argv[0], looked up in PATH, and waits for its end.
ProcessResult run(const std::vector<std::string>& argv,
                  const ProcessOptions& options = {});

}  // namespace modgraph::test
