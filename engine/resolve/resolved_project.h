#pragma once

// A resolved build as a project to ask questions of.

#include "engine/model/main_modules.h"
#include "engine/model/project.h"
#include "engine/resolve/loader.h"

namespace modgraph {

/// Requires a build with GraphShape::kFrozen.
Project resolved_project(MainModules mains, ResolvedBuild build);

}  // namespace modgraph
