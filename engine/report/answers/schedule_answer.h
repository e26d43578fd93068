#pragma once

// The schedule of a build in names: whose actions every build has to wait for.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/analysis/build/module_timings.h"
#include "engine/model/build_timings.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// The time of one module's actions, or of the standard library's.
struct ScheduleShare {
  std::string name;
  std::size_t actions = 0;
  std::uint64_t total = 0;    // of all of them
  std::uint64_t on_path = 0;  // of those on the longest chain
  std::uint64_t slack = 0;    // the least of them
};

struct ScheduleStep {
  std::string mode;
  std::string package;
  std::string module;  // as in ScheduleShare
  std::uint64_t duration = 0;
};

/// Durations are nanoseconds.
struct ScheduleAnswer {
  std::uint64_t length = 0;
  std::uint64_t total = 0;
  std::uint64_t elapsed = 0;
  std::vector<ScheduleStep> path;     // in the order in which they run
  std::vector<ScheduleShare> shares;  // what is most on the path first
};

/// `homes` are those of `timings`, which come from an action graph.
ScheduleAnswer schedule_answer(const ModuleGraph& graph,
                               const BuildTimings& timings,
                               const ModuleTimings& homes);

}  // namespace modgraph
