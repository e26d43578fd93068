#pragma once

// "Which versions are required, and which are selected?" as a document.
// Tested by tests/engine/report/answers/drift_test.cc.

#include "engine/analysis/analysis.h"
#include "engine/document/document.h"
#include "engine/model/project.h"

namespace modgraph {

extern const DocumentShape kDriftShape;

/// What is ours to change comes first, then what is farthest apart. Without
/// rows of `go list`, what only they say is null. O(what analysis found).
Document drift_document(const Project& project, const Analysis& analysis);

}  // namespace modgraph
