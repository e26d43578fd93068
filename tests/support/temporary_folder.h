#pragma once

// A folder that a test may fill, and that goes away with it.

#include <string>

namespace modgraph::test {

class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  /// Absolute, without links in it.
  const std::string& path() const { return path_; }

  /// The absolute name of a file in it, whose folder is made.
  std::string file(const std::string& name) const;

  /// Writes a file and gives its name.
  std::string write(const std::string& name, const std::string& text) const;

 private:
  std::string path_;
};

}  // namespace modgraph::test
