#pragma once

// The build list as a document, for tables. Its text and its JSON are the go
// command's own and come from other writers.
// Tested by tests/engine/report/answers/build_list_test.cc.

#include "engine/document/document.h"
#include "engine/model/project.h"

namespace modgraph {

extern const DocumentShape kBuildListShape;

/// The modules in the order of the build list. O(modules).
Document build_list_document(const Project& project);

}  // namespace modgraph
