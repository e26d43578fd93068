#pragma once

// "Which edits are the fewest that reach a goal?" as a document.
// Tested by tests/engine/report/answers/goal_test.cc.

#include <string>
#include <string_view>

#include "engine/advice/goal.h"
#include "engine/document/document.h"

namespace modgraph {

extern const DocumentShape kGoalShape;

struct GoalAnswer {
  std::string_view goal;  // in the user's words
  const GoalPlan& plan;
  GoalOptions limits;             // that the plan was searched within
  bool applied = false;           // the first set was written
  std::string error_before = {};  // why it does not resolve; "": it does
};

Document goal_document(const GoalAnswer& answer);

}  // namespace modgraph
