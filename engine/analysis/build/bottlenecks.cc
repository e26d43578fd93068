// Which modules are in many ways at once: needed by many, and costly?
//
// Both numbers are compared with those of the other modules of this build, as
// there is no number that is much everywhere: the mark begins at the highest
// tenth. O(V).
// Tested by bottlenecks_test.cc.

#include "engine/analysis/build/bottlenecks.h"

#include <algorithm>
#include <functional>

namespace modgraph {
namespace {

// The lowest value of the highest tenth.
template <class T>
T tenth_highest(std::vector<T> values) {
  if (values.empty()) return 0;
  const auto place =
      values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) / 10);
  std::nth_element(values.begin(), place, values.end(), std::greater<>());
  return *place;
}

}  // namespace

Bottlenecks find_bottlenecks(const Digraph<ModuleId>& selected,
                             std::span<const ModuleId> candidates,
                             std::span<const std::uint64_t> weights) {
  std::vector<ModuleId> weighed;
  std::vector<std::uint32_t> dependents;
  std::vector<std::uint64_t> costs;
  for (ModuleId m : candidates) {
    if (weights[index(m)] == 0) continue;
    weighed.push_back(m);
    dependents.push_back(
        static_cast<std::uint32_t>(selected.dependents(m).size()));
    costs.push_back(weights[index(m)]);
  }
  Bottlenecks out;
  out.dependents_at_least =
      std::max(tenth_highest(std::move(dependents)), std::uint32_t{2});
  out.weight_at_least =
      std::max(tenth_highest(std::move(costs)), std::uint64_t{1});
  for (ModuleId m : weighed)
    if (selected.dependents(m).size() >= out.dependents_at_least &&
        weights[index(m)] >= out.weight_at_least)
      out.modules.push_back(m);
  std::stable_sort(out.modules.begin(), out.modules.end(),
                   [&](ModuleId a, ModuleId b) {
                     return weights[index(a)] > weights[index(b)];
                   });
  return out;
}

}  // namespace modgraph
