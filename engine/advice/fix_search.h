#pragma once

// For each finding the edits of go.mod that make it go away, simulated.

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "engine/advice/edit_simulator.h"
#include "engine/advice/fix_providers.h"

namespace modgraph {

/// Of one search, in bytes of go.mod files and what is about as dear: seconds.
/// Builds that people made need a third of it at most (google-cloud-go); the
/// trials of 10^5 lines that want to be dropped one by one would take hours.
inline constexpr std::size_t kMaxAdviceWork = 100'000'000;

/// What a trial takes of it. O(main modules).
std::size_t trial_work(const Project& project);

struct FixOptions {
  Level min_level = Level::kWarning;  // findings below it get no fixes
  std::size_t max_trials = 200;       // a trial is one simulation
  std::size_t max_work = kMaxAdviceWork;
  bool allow_downgrade = false;  // edits may lower selected versions
  /// Told of each trial before it begins, if not empty.
  std::function<void(std::size_t trial)> progress = {};
};

/// What was found for one finding.
struct FindingFixes {
  std::size_t finding = 0;          // its index
  std::vector<SuggestedFix> fixes;  // by modules changed, fewest first
  /// Why candidates are no fixes; sentences without a full stop.
  std::vector<std::string> rejected;
  /// Why candidates could not be tried: what they need is not at hand.
  std::vector<std::string> not_tried;
};

struct FixSearch {
  std::vector<FindingFixes> findings;  // those with candidates, in their order
  std::size_t trials = 0;
  std::size_t work = 0;     // that the trials took
  std::size_t untried = 0;  // findings left when trials or work were used up
};

/// Whether the measure falls by more than `edits`: an exclusion takes its own
/// version out of the graph, so more than that has to go.
bool improves(const Measure& measure, std::size_t edits);

/// Simulates the candidates of each finding. Fixes are those after which the
/// finding is gone (for rules with a measure: those that improve it), there is
/// no new finding as severe as it was, and nothing speaks against them
/// (edit_checks.h). Equal candidates of several findings are one trial. `evidence` and `findings` are of the
/// build that `simulator` starts from, kept edits included.
/// Cost: one resolution and one analysis for each trial.
FixSearch search_fixes(const Evidence& evidence,
                       const std::vector<Finding>& findings,
                       const EditSimulator& simulator,
                       const FixOptions& options = {});

}  // namespace modgraph
