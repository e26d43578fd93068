#pragma once

// What is found, and what of it counts: the rules, then what silences them.

#include <vector>

#include "engine/analysis/analysis.h"
#include "engine/findings/finding.h"
#include "engine/findings/gate.h"
#include "engine/model/project.h"

namespace modgraph {

/// What run_rules() finds, with those marked that the gate silences, and what
/// is wrong with the gate itself (MG9001 to MG9006); in the order of
/// run_rules().
std::vector<Finding> judge(const Project& project, const Analysis& analysis,
                           const Gate& gate);

/// The same without what is wrong with the gate: of a build that was edited to
/// see what becomes of its findings.
std::vector<Finding> findings_under(const Project& project,
                                    const Analysis& analysis, const Gate& gate);

/// The silences in comments of the project's files.
std::vector<Silence> silences_of(const Project& project);

/// Adds findings where the order of reports has them, with fingerprints, at the
/// levels that the settings give them.
void add_findings(const Project& project, const RuleSettings& settings,
                  std::vector<Finding> more, std::vector<Finding>& findings);

}  // namespace modgraph
