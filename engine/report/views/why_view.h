#pragma once

// Why is a module here, and why at this version? As a picture: the ways to it,
// who asks for the version, and who for the next lower one.

#include "engine/analysis/why.h"
#include "engine/report/picture.h"
#include "engine/report/views/view_limits.h"

namespace modgraph {

/// Boxes are module versions. Without a source: whoever calls it knows the
/// inputs. O(V + E).
Picture why_view(const ModuleGraph& graph, const Why& why,
                 const ViewLimits& limits = {});

}  // namespace modgraph
