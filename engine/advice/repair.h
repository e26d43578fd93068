#pragma once

// Exclude and replace lines with which a build resolves that does not.

#include <cstddef>
#include <optional>

#include "engine/advice/edit_simulator.h"
#include "engine/findings/suggested_fix.h"

namespace modgraph {

struct RepairOptions {
  std::size_t max_edits = 50;
  std::size_t max_trials = 500;  // a trial is one resolution
};

struct Repair {
  std::optional<SuggestedFix> fix;  // none: none was found
  std::size_t trials = 0;
};

/// Takes one faulty module after the other: a placeholder version is replaced
/// by a version that is at hand, the one that fits its requirer first; a
/// go.mod that cannot be used is excluded where another version of the module
/// takes its place, else replaced by a version at hand, the next lower one
/// first. What is only missing is fetched, not repaired. `simulator` is of a
/// build that does not resolve.
Repair search_repair(const EditSimulator& simulator,
                     const RepairOptions& options = {});

}  // namespace modgraph
