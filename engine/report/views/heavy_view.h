#pragma once

// A heavy dependency as a picture: what it alone brings into the build.

#include "engine/report/picture.h"
#include "engine/report/report.h"
#include "engine/report/views/view_limits.h"

namespace modgraph {

/// `finding` is one of heavy-direct. Drawn are the module, who requires it, and
/// what the main modules reach through it alone. O(V + E) and the drawing.
Picture heavy_view(const Report& report, const Finding& finding,
                   const ViewLimits& limits);

}  // namespace modgraph
