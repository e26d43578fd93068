#pragma once

// "Which modules are worth a copy of our own, and is vendor/ consistent?" as a
// document.
// Tested by tests/engine/report/answers/vendor_test.cc.

#include "engine/analysis/analysis.h"
#include "engine/document/document.h"
#include "engine/model/project.h"

namespace modgraph {

extern const DocumentShape kVendorShape;

/// All candidates, the highest score first; people are shown those with
/// `min_points` or more. O(candidates log lines + vendored modules log modules).
Document vendor_document(const Project& project, const Analysis& analysis,
                         int min_points = 3);

}  // namespace modgraph
