#pragma once

// What the folder of a resolved build says beside its graph: a vendor folder,
// go.sum, the go.mod files of dependencies, commands.

#include <string>

#include "cli/project/resolve_project.h"
#include "engine/model/module_graph.h"
#include "engine/model/module_root_info.h"

namespace modgraph {

/// `graph` is that of the resolution. Files are named relative to `shown_from`.
/// What cannot be read is left out: nothing here is needed to resolve.
ModuleRootInfo folder_facts(const Resolution& resolution,
                            const ModuleGraph& graph,
                            const std::string& shown_from);

}  // namespace modgraph
