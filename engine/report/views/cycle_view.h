#pragma once

// The modules of a cyclic component as a picture: a shortest cycle, and the
// requirements whose removal leaves no cycle.

#include "engine/report/picture.h"
#include "engine/report/report.h"
#include "engine/report/views/view_limits.h"

namespace modgraph {

/// `finding` is one of selected-cycle or path-cycle. Of a large component the
/// shortest cycle is drawn first, then the feedback arc set, then enough
/// requirements that every drawn member is on a cycle. O(V + E).
Picture cycle_view(const Report& report, const Finding& finding,
                   const ViewLimits& limits);

}  // namespace modgraph
