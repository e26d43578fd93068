#pragma once

// MG2006 for any number of builds: findings.h has it for one.

#include <span>
#include <vector>

#include "engine/analysis/versions/cross_module_drift.h"
#include "engine/findings/finding.h"

namespace modgraph {

/// One finding for each module that main modules disagree about and that one of
/// them requires directly, or that is replaced differently: what only
/// `// indirect` lines say follows from other lines. In the order of `drift`,
/// which is what cross_module_drift() says of the builds. Levels are the rule's
/// own.
std::vector<Finding> main_drift_findings(
    std::span<const Project* const> builds,
    std::span<const CrossModuleDrift> drift);

}  // namespace modgraph
