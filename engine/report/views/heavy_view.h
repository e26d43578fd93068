#pragma once

// A heavy dependency as a picture: what only it brings into the build.

#include "engine/report/picture.h"
#include "engine/report/report.h"
#include "engine/report/views/view_limits.h"

namespace modgraph {

/// `finding` is one of heavy-direct. Draws the module, what requires it, and
/// what the main modules reach only through it. O(V + E) and the drawing.
Picture heavy_view(const Report& report, const Finding& finding,
                   const ViewLimits& limits);

}  // namespace modgraph
