#pragma once

// "Why is this module here, and why at this version?" as a document.
// Tested by tests/engine/report/answers/why_test.cc.

#include <span>

#include "engine/analysis/why.h"
#include "engine/document/document.h"
#include "engine/model/project.h"

namespace modgraph {

extern const DocumentShape kWhyShape;

/// One record for each of `whys`, in their order. The go.mod line to change is
/// looked for in the manifests of the project. O(what analysis found).
Document why_document(const Project& project, std::span<const Why> whys);

}  // namespace modgraph
