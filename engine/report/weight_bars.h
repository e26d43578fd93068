#pragma once

// The dominator tree of the build as an icicle plot: each module is as wide as
// the number of modules that only it brings in.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/report/report.h"

namespace modgraph {

/// A module in the icicle. Its subtree takes `weight` units from `begin` on, in
/// the row `depth`; modules that only it brings in are below it.
struct WeightBar {
  ModuleId module{};
  std::uint32_t depth = 0;
  std::uint32_t begin = 0;
  std::uint32_t weight = 0;
};

struct WeightBars {
  std::vector<WeightBar> bars;  // by depth, then from left to right
  std::uint32_t units = 0;      // in the first row
  std::uint64_t thin = 0;       // modules that are lighter than `least`
};

/// All modules that a main module reaches and that weigh at least `least`, the
/// heaviest of each parent first. O(V log V).
WeightBars weight_bars(const Report& report, std::uint32_t least);

}  // namespace modgraph
