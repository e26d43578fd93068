#pragma once

// From fixes that were simulated one by one to a plan that works as a whole.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "engine/advice/edit_simulator.h"
#include "engine/advice/fix_search.h"
#include "engine/base/result.h"

namespace modgraph {

struct FixPlan {
  std::vector<FindingFixes> findings;  // each on its own
  /// Fixes that work together, one after the other.
  std::vector<SuggestedFix> steps;
  std::vector<EditedFile> files;  // the go.mod files before and after the steps
  BuildEffect effect;             // of all steps
  std::vector<std::string> then;  // commands that follow them, each once
  bool simulated = true;          // false: of no fix the effect is known

  // How many findings were looked at, and what became of the others.
  std::size_t considered = 0;  // of options.min_level or above
  std::size_t unfixable = 0;   // of those, no edit of go.mod can answer them
  std::size_t untried = 0;     // of those, left when trials or work ended
  std::size_t below_level = 0;
};

/// The fixes of each finding, and a plan: the best fix of each, made one after
/// the other, each simulated again on what the ones before it have left, until
/// there are no more fixes. `simulator` has kept nothing before, and keeps the
/// plan.
/// Cost: one resolution and one analysis for each trial and each step. The
/// trials of one search are limited by options.max_trials; a plan of n rounds
/// searches n times.
/// Tested by tests/engine/advice/fix_plan_test.cc.
FixPlan plan_fixes(EditSimulator& simulator, const Evidence& evidence,
                   const std::vector<Finding>& findings,
                   const FixOptions& options = {});

/// The candidates of each finding where nothing can be resolved again. There
/// are no steps: what was not simulated is not applied.
FixPlan unsimulated_plan(const Evidence& evidence,
                         const std::vector<Finding>& findings,
                         const FixOptions& options = {});

/// Takes modules from another place: each module path that is `from`, or begins
/// with it and '/', is replaced by the same path with `to` in its place.
struct Mirror {
  std::string from;
  std::string to;
};

/// A plan of one step: replacements by a mirror, every version of the graph by
/// the same version. Fails (kInput) when a mirror has no module of the graph,
/// or when its go.mod files lead to another build list; and as
/// EditSimulator::simulate() does.
Result<FixPlan> plan_mirrors(const EditSimulator& simulator,
                             std::span<const Mirror> mirrors);

}  // namespace modgraph
