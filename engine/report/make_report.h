#pragma once

// Joins analyses, findings and counts into one Report.

#include <string>
#include <vector>

#include "engine/analysis/analysis.h"
#include "engine/model/project.h"
#include "engine/report/report.h"

namespace modgraph {

/// Takes what it needs from the project and the analysis. O(V + E).
Report make_report(Project project, Analysis analysis,
                   std::vector<Finding> findings,
                   std::vector<InputDigest> inputs, std::string tool_version);

}  // namespace modgraph
