#pragma once

// The answer of `whatif --goal`, for people and as JSON.

#include "engine/advice/goal_answer.h"
#include "exporters/sink.h"

namespace modgraph {

void write_goal_text(const GoalAnswer& answer, Sink& out);

/// {"schema_version": 1, "goal": ..., "sets": [...]}; sets are suggestions as
/// in the JSON report.
void write_goal_json(const GoalAnswer& answer, Sink& out);

}  // namespace modgraph
