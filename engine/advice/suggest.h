#pragma once

// Advice that was tried: for each finding the edits that make it go away.

#include <cstddef>
#include <string>
#include <vector>

#include "engine/advice/candidates.h"
#include "engine/advice/trial.h"

namespace modgraph {

struct SuggestOptions {
  Level from = Level::kWarning;  // findings below get no advice
  std::size_t max_trials = 200;
};

/// What is said about one finding.
struct Advice {
  std::size_t finding = 0;                // its index
  std::vector<SuggestedFix> suggestions;  // by modules changed, fewest first
  /// Why none, or what could not be tried; sentences without a stop.
  std::vector<std::string> why_not;
};

struct SuggestResult {
  std::vector<Advice> advice;  // findings with candidates, in their order
  std::size_t trials = 0;
  std::size_t untried = 0;  // findings left when the trials were used up
};

/// Whether it is worth `edits` edits: an exclusion takes its own version out of
/// the graph, so more than that has to go.
bool improves(const Measure& measure, std::size_t edits);

/// Tries the candidates of each finding. Kept are those after which the finding
/// is gone (for rules with a measure: those that improve it) and no new finding
/// is as grave as it was.
/// Cost: one resolution and analysis for each trial.
/// Tested by tests/engine/advice/suggest_test.cc and tests/oracle/suggest.py.
SuggestResult suggest(const Evidence& evidence,
                      const std::vector<Finding>& findings, const Try& attempt,
                      const SuggestOptions& options = {});

}  // namespace modgraph
