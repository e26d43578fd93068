#pragma once

// The schedule of a build by module: whose actions every build waits for.
// Tested by tests/engine/report/answers/critical_test.cc.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/build/build_schedule.h"
#include "engine/analysis/build/module_timings.h"
#include "engine/model/build_timings.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// Whose actions they are.
struct ActionOwner {
  std::optional<ModuleId> module;
  /// "path@version" of the module, "standard library", "build" for steps of
  /// the build as a whole, or "unknown".
  std::string name;
};

/// The actions of one owner. Durations are nanoseconds.
struct ScheduleShare {
  ActionOwner owner;
  std::size_t actions = 0;
  std::uint64_t total = 0;    // of all of them
  std::uint64_t on_path = 0;  // of those on the longest chain
  std::uint64_t slack = 0;    // the least of them
};

struct ScheduleByModule {
  BuildSchedule schedule;
  std::vector<ActionOwner> path_owners;  // of each action of `schedule.path`
  std::vector<ScheduleShare> shares;     // the most time on the path first
};

/// `homes` are those of `timings`, which come from an action graph.
/// O(V + actions), and sorting the shares.
ScheduleByModule schedule_by_module(const ModuleGraph& graph,
                                    const BuildTimings& timings,
                                    const ModuleTimings& homes);

}  // namespace modgraph
