#pragma once

// The graph that is known when no requirement graph was given: the main
// modules' own requirements, and the build list if there is one. No other
// go.mod counts as loaded.

#include <span>

#include "engine/base/result.h"
#include "engine/model/manifest.h"
#include "engine/model/module_graph.h"
#include "engine/model/module_info.h"

namespace modgraph {

/// Main modules with the requirements of their go.mod files (less what any of
/// them excludes) and their go and toolchain lines; the modules of the list as
/// vertices that were not loaded. Without manifests, the main modules of the
/// list are main vertices without requirements. Fails when a name of the list
/// cannot be a vertex. O(V log V).
Result<ModuleGraph> recorded_graph(std::span<const Manifest> manifests,
                                   std::span<const ModuleInfo> modules);

}  // namespace modgraph
