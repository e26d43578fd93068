#pragma once

// The answer to "what should be done about it?", for exporters.

#include <string>
#include <vector>

#include "engine/findings/finding.h"
#include "engine/findings/suggested_fix.h"

namespace modgraph {

/// A finding (its suggestions in it), and why there is no more to say.
struct AdvisedFinding {
  Finding finding;
  std::vector<std::string> why_not;
};

struct SuggestAnswer {
  std::vector<AdvisedFinding> findings;
  /// Suggestions that hold together, one after the other: what --apply writes.
  std::vector<SuggestedFix> plan;
  std::vector<EditedFile> files;  // the go.mod files before and after the plan
  BuildEffect effect;             // of the whole plan
  bool wished = false;  // a plan that the user asked for, not from findings
  bool applied = false;
  bool tried = true;  // false: on recorded text nothing can be resolved again
  std::size_t looked_at = 0;     // findings of the levels asked for
  std::size_t without_edit = 0;  // of those, no edit of ours can answer them
  std::size_t untried = 0;       // findings left when --max-trials were done
  std::size_t notes = 0;         // findings below the level asked for
};

}  // namespace modgraph
