#pragma once

// What an edit does to the build, as a picture: the modules that it adds,
// removes and changes, and the requirement that is the reason for each.

#include "engine/model/project.h"
#include "engine/report/answers/whatif.h"
#include "engine/report/picture.h"
#include "engine/report/views/view_limits.h"

namespace modgraph {

/// `answer` is about an edit that turned `before` into `after`, both with
/// frozen graphs. Boxes are modules; removed requirements are drawn as such.
/// Unchanged modules have a box only if they are a reason; the others are
/// counted.
/// O(V + E).
Picture difference_view(const WhatifAnswer& answer, const Project& before,
                        const Project& after, const ViewLimits& limits = {});

}  // namespace modgraph
