#pragma once

// A Go module in a temporary folder, made of copies of packages of the Go
// distribution, so that tests can ask the originals. Needs no network.

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/process.h"

namespace modgraph::test {

class GoModule {
 public:
  /// golang.org/x/mod with its packages semver and module, as they are in the
  /// distribution at `go_root`.
  explicit GoModule(const std::string& go_root);
  ~GoModule();
  GoModule(const GoModule&) = delete;
  GoModule& operator=(const GoModule&) = delete;

  /// A file of the distribution, below src; throws when it is not there.
  std::string source(const std::string& path) const;

  /// Puts a file into the module.
  void write(const std::string& path, const std::string& text) const;

  /// Runs the go command in it: `go({"run", "."}, "text for stdin")`.
  ProcessResult go(std::vector<std::string> arguments,
                   const std::string& input = {}) const;

 private:
  std::string go_root_;
  std::filesystem::path folder_;
};

/// Replaces every occurrence.
std::string replaced(std::string text, const std::string& old,
                     const std::string& by);

}  // namespace modgraph::test
