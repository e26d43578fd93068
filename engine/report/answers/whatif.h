#pragma once

// "What if go.mod said something else?" as a document.
// Tested by tests/engine/report/answers/whatif_test.cc.

#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/build/build_difference.h"
#include "engine/analysis/build/lowered_modules.h"
#include "engine/document/document.h"

namespace modgraph {

extern const DocumentShape kWhatifShape;

struct WhatifAnswer {
  std::string file;                // the go.mod that is edited, as it is shown
  std::vector<std::string> edits;  // as flags of `go mod edit`
  BuildDifference difference;
  std::vector<LoweredModule> lowered;
  /// Why it does not resolve without the edits; "": it does.
  std::string error_before;
  /// The modules whose `// indirect` lines only dropped requirements need.
  std::vector<std::string> orphans;
  /// How many modules leave with the dropped lines alone, and with the orphans
  /// too. None: no requirement is dropped, or it cannot be known.
  std::optional<std::size_t> removed_alone;
  std::optional<std::size_t> removed_with_orphans;
  bool file_changes = false;  // the edits change the file at all
  bool reformats = false;     // and lines that they do not speak of
  bool applied = false;
  std::vector<std::string> partial_because;
};

/// Every module that is added, removed or changed, by path, and why.
Document whatif_document(const WhatifAnswer& answer);

}  // namespace modgraph
