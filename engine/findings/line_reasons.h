#pragma once

// Findings about lines of go.mod whose author wrote why they are there.
// Tested by tests/engine/findings/line_reasons_test.cc.

#include <string>
#include <vector>

#include "engine/findings/finding.h"
#include "engine/model/project.h"

namespace modgraph {

class LineReasons {
 public:
  /// O(size of the go.mod files).
  explicit LineReasons(const Project& project);

  /// Adds a note to a finding whose place is such a line. O(log lines).
  void add_to(Finding& finding) const;

  bool empty() const { return lines_.empty(); }

 private:
  struct Line {
    std::string file;
    int line = 0;
    std::string reason;
  };
  std::vector<Line> lines_;  // by file and line
};

}  // namespace modgraph
