#pragma once

// The slow, obvious reference of build_list().

#include <vector>

#include "engine/resolve/mvs.h"

namespace modgraph::test {

/// Collects requirements until nothing is added, then takes the highest version
/// of every path: the target first, then by path. Throws when a go.mod cannot
/// be had.
std::vector<ModuleVersion> slow_build_list(const ModuleVersion& target,
                                           const Requirements& requirements);

}  // namespace modgraph::test
