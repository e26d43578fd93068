#pragma once

// Which requirements of main modules do their go.mod files call `// indirect`?

#include <vector>

#include "engine/model/project.h"

namespace modgraph {

/// Of those whose module is in the graph, as edges of the selected graph, in the
/// order of the lines. O(lines log modules).
std::vector<Edge<ModuleId>> listed_indirect(const Project& project);

}  // namespace modgraph
