#pragma once

// "What is different between two states of a project?" as a document.
// Tested by tests/engine/report/answers/diff_test.cc.

#include <string>
#include <vector>

#include "engine/analysis/difference/project_difference.h"
#include "engine/document/document.h"

namespace modgraph {

extern const DocumentShape kDiffShape;

/// Which state a side is.
struct DiffSide {
  std::string kind;    // folder, commit
  std::string name;    // as the user named it; "" for the files as they lie
  std::string commit;  // its id; "" for a folder
};

struct DiffAnswer {
  DiffSide base;
  DiffSide head;
  ProjectDifference difference;
  std::vector<std::string> partial_because;
};

/// Every edit of a go.mod file with what it carries, and every module whose use
/// differs with its causes: what was lowered first, then new and old majors,
/// then what was added, removed, replaced and raised.
Document diff_document(const DiffAnswer& answer);

}  // namespace modgraph
