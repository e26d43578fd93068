#pragma once

// "What if go.mod said something else?" as a document.
// Tested by tests/engine/report/answers/whatif_test.cc.

#include <string>
#include <vector>

#include "engine/analysis/build/build_difference.h"
#include "engine/document/document.h"

namespace modgraph {

extern const DocumentShape kWhatifShape;

struct WhatifAnswer {
  std::string file;                // the go.mod that is edited, as it is shown
  std::vector<std::string> edits;  // as flags of `go mod edit`
  BuildDifference difference;
  bool file_changes = false;  // the edits change the file at all
  bool reformats = false;     // and lines that they do not speak of
  bool applied = false;
  std::vector<std::string> partial_because;
};

/// Every module that is added, removed or changed, by path, and why.
Document whatif_document(const WhatifAnswer& answer);

}  // namespace modgraph
