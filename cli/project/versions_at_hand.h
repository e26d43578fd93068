#pragma once

// What a module cache, or a file tree of GOPROXY, has of a module: versions
// whose go.mod can be read, and when a version was published.

#include <string>
#include <vector>

#include "engine/model/manifest.h"
#include "importers/go_env/go_environment.h"

namespace modgraph {

/// The versions of a module whose .mod file is at hand, ascending. What the
/// list file names besides cannot be resolved, and is left out.
std::vector<std::string> versions_at_hand(const std::string& path,
                                          const GoEnvironment& environment);

/// When a version was published, RFC 3339; "" when no .info says.
std::string publish_time(const ModuleVersion& module,
                         const GoEnvironment& environment);

}  // namespace modgraph
