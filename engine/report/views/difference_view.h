#pragma once

// What is different between two builds, as a picture: the modules that it adds,
// removes and changes, and the requirement that is the reason for each.

#include <string>

#include "engine/analysis/build/build_difference.h"
#include "engine/model/project.h"
#include "engine/report/answers/whatif.h"
#include "engine/report/picture.h"
#include "engine/report/views/view_limits.h"

namespace modgraph {

struct DifferenceWords {
  std::string title;
  std::string subject;  // what the description is about
};

/// `difference` is that of `before` and `after`, both with frozen graphs. Boxes are modules; removed requirements are drawn as such.
/// Unchanged modules have a box only if they are a reason; the others are
/// counted.
/// O(V + E).
Picture difference_view(const BuildDifference& difference,
                        const DifferenceWords& words, const Project& before,
                        const Project& after, const ViewLimits& limits = {});

/// The same of an edit that turned the one into the other.
Picture difference_view(const WhatifAnswer& answer, const Project& before,
                        const Project& after, const ViewLimits& limits = {});

}  // namespace modgraph
