#pragma once

// A cycle of modules as a picture: its members, one loop through them, and the
// requirements without which there is none.

#include "engine/report/picture.h"
#include "engine/report/report.h"
#include "engine/report/views/view_limits.h"

namespace modgraph {

/// `finding` is one of selected-cycle or path-cycle. Of a large cycle the
/// shortest loop is drawn first, then what opens it, then enough requirements
/// that every drawn member lies on a loop. O(V + E).
Picture cycle_view(const Report& report, const Finding& finding,
                   const ViewLimits& limits);

}  // namespace modgraph
