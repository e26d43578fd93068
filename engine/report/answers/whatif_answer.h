#pragma once

// The answer to "what if go.mod said something else?", in names, for exporters.

#include <string>
#include <vector>

#include "engine/analysis/build/build_difference.h"

namespace modgraph {

struct WhatifAnswer {
  std::string file;                // the go.mod that is edited, as it is shown
  std::vector<std::string> edits;  // as flags of `go mod edit`
  BuildDifference difference;
  bool file_changes = false;  // the edits change the file at all
  bool reformats = false;     // and lines that they do not speak of
  bool applied = false;
  std::vector<std::string> notes;  // about the build after the edit
  std::vector<std::string> partial_because;
};

}  // namespace modgraph
