#pragma once

// What would a build with any number of processors have to wait for?

#include <cstdint>
#include <vector>

#include "engine/model/build_timings.h"

namespace modgraph {

/// Durations are nanoseconds.
struct BuildSchedule {
  std::uint64_t length = 0;   // of the longest chain: no build is faster
  std::uint64_t total = 0;    // all actions, one after the other
  std::uint64_t elapsed = 0;  // from the first start to the last end
  /// A longest chain of actions, in the order in which they run. Of several the
  /// one whose last action, then the one before it and so on, is first in the
  /// file. Begins with the first action of it that takes time.
  std::vector<std::uint32_t> path;
  /// By action: how much longer it could take before it made the build longer.
  std::vector<std::uint64_t> slack;
};

/// O(actions + needs), iterative.
BuildSchedule build_schedule(const BuildTimings& timings);

}  // namespace modgraph
