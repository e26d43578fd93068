#pragma once

// From suggestions, each tried alone, to a plan that holds as a whole.

#include <string>
#include <vector>

#include "cli/trial_bench.h"
#include "engine/advice/suggest.h"
#include "engine/advice/suggest_answer.h"

namespace modgraph {

/// The findings with their suggestions, and a plan: the best suggestion of
/// each, made one after the other, each tried again on what the ones before it
/// have left, until nothing is suggested any more. The bench keeps the plan.
SuggestAnswer suggest_plan(TrialBench& bench, const Evidence& evidence,
                           const std::vector<Finding>& findings,
                           const SuggestOptions& options);

/// Replacements that take each module below OLD from the same place below NEW,
/// every version of the graph by the same version. Fails when the words are not
/// OLD=NEW, when no module lies below OLD, and when a go.mod of the mirror is
/// not in the module cache or leads to another build list.
Result<SuggestAnswer> mirror_plan(TrialBench& bench, const Project& project,
                                  const std::vector<std::string>& mirrors);

}  // namespace modgraph
