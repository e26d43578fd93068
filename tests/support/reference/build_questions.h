#pragma once

// Questions about the versions of a build, answered from their definitions with
// strings, sets and quadratic loops.

#include <set>
#include <string>
#include <vector>

#include "engine/model/project.h"

namespace modgraph::reference {

/// "m@v1.0.0 m/v2@v2.0.0", with " twice" behind it where one major is there
/// twice; ascending by path without major.
std::vector<std::string> split_majors(const ModuleGraph& graph);

/// "m@v1.1.0-rc.1 over v1.0.0", ascending by path.
std::vector<std::string> prerelease_selected(const ModuleGraph& graph);

/// "1.21 <= 1.22 a@v1.0.0 b@v1.0.0 raised"; "" when nothing is forced. From the
/// go vertices, with the go line of the first manifest or of the graph.
std::string forced_go(const Project& project);

/// "retracted m@v1.0.0", "outdated ...", sorted.
std::set<std::string> listed_updates(const Project& project);

/// "m asked v1.0.0", "m selected v1.0.0 v2.0.0", "m replaced x@v1 -" for every
/// disagreement, sorted. Builds with one go.mod each.
std::set<std::string> cross_module_drift(
    const std::vector<const Project*>& builds);

}  // namespace modgraph::reference
