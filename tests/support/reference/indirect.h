#pragma once

// References of the questions about indirect requirements, by names: each line
// and each closure is taken away, and everything is searched anew.

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "engine/model/manifest.h"
#include "engine/model/module_graph.h"
#include "engine/model/packages.h"

namespace modgraph::reference {

/// "path v1.2.0, else v1.1.0" for every version that indirect lines alone hold
/// up, ascending.
std::set<std::string> pinned_by_indirect(const ModuleGraph& graph,
                                         std::span<const Manifest> manifests);

/// Module path to what it is here for: "build", "test", "tool", "none".
std::map<std::string, std::string> module_uses(
    const ModuleGraph& graph, std::span<const Manifest> manifests,
    std::span<const PackageInfo> packages);

/// "main path: reason" of every stale line; `uses` may be null.
std::set<std::string> stale_lines(
    const ModuleGraph& graph, std::span<const Manifest> manifests,
    const std::map<std::string, std::string>* uses);

/// The modules of the build list that selected versions do not lead to.
std::set<std::string> unreachable_modules(const ModuleGraph& graph);

/// "root: the modules that it alone brings", and "together: ..."; empty without
/// an unpruned root. `unpruned` has printed names.
std::set<std::string> closures(const ModuleGraph& graph,
                               const std::set<std::string>& unpruned);

}  // namespace modgraph::reference
