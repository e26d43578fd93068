#pragma once

// Why is a module in the build, and why at this version? As a picture: ways to
// it from direct dependencies, what requires the version, and what the next
// lower one.

#include "engine/analysis/why.h"
#include "engine/report/picture.h"
#include "engine/report/views/view_limits.h"

namespace modgraph {

/// Boxes are module versions. The caller adds the source: it knows the inputs.
/// O(V + E).
Picture why_view(const ModuleGraph& graph, const Why& why,
                 const ViewLimits& limits = {});

}  // namespace modgraph
