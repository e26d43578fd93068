#pragma once

// MG0002 of what a change brings, and of several builds.

#include <span>
#include <vector>

#include "engine/analysis/versions/cross_module_drift.h"
#include "engine/findings/findings.h"

namespace modgraph {

/// New direct dependencies that bring more than the policy allows: those that
/// a go.mod of the project requires directly, and none of the base's.
std::vector<Finding> new_dependency_findings(const Evidence& evidence,
                                             const Project& base);

/// Modules that main modules of the builds require at more versions than the
/// policy allows.
std::vector<Finding> drift_limit_findings(
    std::span<const Project* const> builds,
    std::span<const CrossModuleDrift> drift, const Policy& policy);

}  // namespace modgraph
