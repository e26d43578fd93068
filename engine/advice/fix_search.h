#pragma once

// For each finding the edits of go.mod that make it go away, simulated.

#include <cstddef>
#include <string>
#include <vector>

#include "engine/advice/edit_simulator.h"
#include "engine/advice/fix_providers.h"

namespace modgraph {

struct FixOptions {
  Level min_level = Level::kWarning;  // findings below it get no fixes
  std::size_t max_trials = 200;       // a trial is one simulation
};

/// What was found for one finding.
struct FindingFixes {
  std::size_t finding = 0;          // its index
  std::vector<SuggestedFix> fixes;  // by modules changed, fewest first
  /// Why candidates are no fixes; sentences without a full stop.
  std::vector<std::string> rejected;
};

struct FixSearch {
  std::vector<FindingFixes> findings;  // those with candidates, in their order
  std::size_t trials = 0;
  std::size_t untried = 0;  // findings left when max_trials were done
};

/// Whether the measure falls by more than `edits`: an exclusion takes its own
/// version out of the graph, so more than that has to go.
bool improves(const Measure& measure, std::size_t edits);

/// Simulates the candidates of each finding. Fixes are those after which the
/// finding is gone (for rules with a measure: those that improve it) and there
/// is no new finding as severe as it was. `evidence` and `findings` are of the
/// build that `simulator` starts from, kept edits included.
/// Cost: one resolution and one analysis for each trial.
FixSearch search_fixes(const Evidence& evidence,
                       const std::vector<Finding>& findings,
                       const EditSimulator& simulator,
                       const FixOptions& options = {});

}  // namespace modgraph
