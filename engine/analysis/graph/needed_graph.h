#pragma once

// Which requirements say who needs what?

#include <span>

#include "engine/model/digraph.h"
#include "engine/model/ids.h"

namespace modgraph {

/// The selected graph without what a pruned go.mod only lists. `listed_indirect`
/// are the edges of main modules whose go.mod line says `// indirect`: such an
/// edge stays only where its target cannot be reached from the main modules
/// without such edges. O(V + E), and O(log n) for each edge of those modules.
Digraph<ModuleId> needed_graph(const Digraph<ModuleId>& selected,
                               std::span<const ModuleId> mains,
                               std::span<const Edge<ModuleId>> listed_indirect);

}  // namespace modgraph
