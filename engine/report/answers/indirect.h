#pragma once

// "What do indirect requirements do to the build?" as a document.
// Tested by tests/engine/report/answers/indirect_test.cc.

#include "engine/analysis/analysis.h"
#include "engine/document/document.h"
#include "engine/model/project.h"

namespace modgraph {

extern const DocumentShape kIndirectShape;

/// What is ours to change comes first; ends with which input would tell more.
/// O(modules + what analysis found).
Document indirect_document(const Project& project, const Analysis& analysis);

}  // namespace modgraph
