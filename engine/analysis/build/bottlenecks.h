#pragma once

// Which modules are in many ways at once: needed by many, and costly?

#include <cstdint>
#include <span>
#include <vector>

#include "engine/model/digraph.h"

namespace modgraph {

/// A module is marked for its dependents, and for its weight, when it is among
/// the highest tenth of the modules, rounded up; equal ones are marked too.
/// Modules without weight do not count.
struct Bottlenecks {
  std::uint32_t dependents_at_least = 0;  // two or more
  std::uint64_t weight_at_least = 0;      // one or more
  std::vector<ModuleId> modules;          // with both marks; the heaviest first
};

/// `weights` by module; of `candidates` those with a weight are compared.
/// Dependents are edges of the selected graph. O(V), and sorting the answer.
Bottlenecks find_bottlenecks(const Digraph<ModuleId>& selected,
                             std::span<const ModuleId> candidates,
                             std::span<const std::uint64_t> weights);

}  // namespace modgraph
