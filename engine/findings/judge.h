#pragma once

// Judgement: all findings, under the user's policy, in the order of reports.

#include <vector>

#include "engine/analysis/analysis.h"
#include "engine/findings/finding.h"
#include "engine/findings/policy.h"
#include "engine/model/project.h"

namespace modgraph {

/// Findings by level descending, then rule, then subjects; with fingerprints.
std::vector<Finding> judge(const Project& project, const Analysis& analysis,
                           const Policy& policy);

/// Whether a finding that is not suppressed stands at `level` or above.
bool any_at_or_above(const std::vector<Finding>& findings, Level level);

}  // namespace modgraph
