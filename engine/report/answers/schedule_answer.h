#pragma once

// The schedule of a build in names: whose actions every build has to wait for.

#include "engine/analysis/build/module_timings.h"
#include "engine/model/build_timings.h"
#include "engine/model/module_graph.h"
#include "engine/report/answers/critical_answer.h"

namespace modgraph {

/// `homes` are those of `timings`, which come from an action graph.
ScheduleAnswer schedule_answer(const ModuleGraph& graph,
                               const BuildTimings& timings,
                               const ModuleTimings& homes);

}  // namespace modgraph
