#pragma once

// Runs the rules: all findings, under the user's settings, in the order of
// reports.

#include <span>
#include <vector>

#include "engine/analysis/analysis.h"
#include "engine/analysis/versions/cross_module_drift.h"
#include "engine/findings/finding.h"
#include "engine/findings/rule_settings.h"
#include "engine/model/project.h"

namespace modgraph {

/// Findings by level descending, then rule, then subjects; with fingerprints.
std::vector<Finding> run_rules(const Project& project, const Analysis& analysis,
                               const RuleSettings& settings);

/// The same for the rule between builds (MG2006). `drift` is what
/// cross_module_drift() says of them. Which main modules there are is not part
/// of a fingerprint: more may join.
std::vector<Finding> run_cross_module_rules(
    std::span<const Project* const> builds,
    std::span<const CrossModuleDrift> drift, const RuleSettings& settings);

/// The order of reports. Among findings that differ in none of it, that in which
/// they were found.
bool is_told_before(const Finding& a, const Finding& b);

/// Whether a finding that is not suppressed is of `level` or above.
bool any_at_or_above(const std::vector<Finding>& findings, Level level);

}  // namespace modgraph
