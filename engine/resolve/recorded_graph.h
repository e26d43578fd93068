#pragma once

// The graph that is known when no requirement graph was given: the main
// modules' own requirements, and the build list if there is one. Everything
// else is closed.

#include <span>

#include "engine/base/result.h"
#include "engine/model/facts.h"
#include "engine/model/manifest.h"
#include "engine/model/module_graph.h"

namespace modgraph {

/// Main modules with the requirements of their go.mod files (less what any of
/// them excludes) and their go and toolchain lines; the modules of the list as
/// closed vertices. Without manifests, the main modules of the list are main
/// vertices without requirements. Fails when a name of the list cannot be a
/// vertex. O(V log V).
Result<ModuleGraph> recorded_graph(std::span<const Manifest> manifests,
                                   std::span<const ModuleFacts> facts);

}  // namespace modgraph
