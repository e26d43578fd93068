#pragma once

// What an edit does to the build, as a picture: what comes, goes and moves, and
// the requirement that is the reason for each.

#include "engine/model/project.h"
#include "engine/report/answers/whatif.h"
#include "engine/report/picture.h"
#include "engine/report/views/view_limits.h"

namespace modgraph {

/// `answer` is what came of an edit that made `after` of `before`, both with
/// frozen graphs. Boxes are modules; a requirement that goes is drawn as such.
/// What stays as it is has a box only where it is a reason, and is counted
/// else. O(V + E).
Picture difference_view(const WhatifAnswer& answer, const Project& before,
                        const Project& after, const ViewLimits& limits = {});

}  // namespace modgraph
