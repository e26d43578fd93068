#pragma once

// The answer to "what is the least that I have to edit?", for exporters.

#include <cstddef>
#include <string>
#include <vector>

#include "engine/findings/suggested_fix.h"

namespace modgraph {

struct GoalAnswer {
  std::string goal;  // in the user's words
  bool holds_already = false;
  /// Sets of edits of the smallest size; the first changes the fewest modules.
  std::vector<SuggestedFix> sets;
  std::size_t trials = 0;
  std::size_t complete_to = 0;  // no set up to this size reaches it
  bool stopped_early = false;   // see GoalSearch
  bool repaired = false;        // likewise
  /// Chains that no edit of ours can break; who would have to change.
  std::vector<std::vector<std::string>> in_the_way;
  std::vector<std::string> deciders;  // who asks for what should go
  bool applied = false;               // the first set was written
};

}  // namespace modgraph
